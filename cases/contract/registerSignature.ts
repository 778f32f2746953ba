import type { ThingFault } from '../../law/signature-issuance/contract.ts';
import { CONTRACT_STAGES, faultsOf, neededToSign } from '../../law/signature-issuance/contract.ts';
import { type Centre, centreWanted, type Party } from '../../law/signature-issuance/parties.ts';
import { addToBundle } from '../contract-copies/addToBundle.ts';
import { enterItem } from '../custody/enterItem.ts';
import { type CustodyItem, hasOpenDifference, readItems } from '../custody/readItems.ts';
import { ownMission } from '../mission/ownMission.ts';
import type { Tx } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { openForm } from '../signature-issuance/readRequest.ts';

/**
 * The signed contracts by their numbers; that of the SIM card for an ASAN signature alone (R1598/2.14). A certificate's
 * contract without a number of its own has the case's: posts that each number from 1 must not collide.
 */
export type SignedContracts = { caseNumber: string; certificateContract?: string; simContract?: string };

/** What became of registering a signature; `items` of a refusal say which thing is not ready, and why. */
export type SignatureOutcome =
  | { kind: 'signed'; caseNumber: string; at: string; contracts: { kind: ContractKind; serial: string }[] }
  | Refused<SignatureRefusal | ThingFault>
  | NotYours;

type ContractKind = 'certificate-contract' | 'sim-contract';
type SignatureRefusal =
  | 'not-at-the-contract'
  | 'signed-already'
  | 'open-difference'
  | 'things-not-ready'
  | 'sim-contract-needed'
  | 'no-sim-contract'
  | 'sim-contract-differs'
  | 'number-known-already';

const DEED = 'register-signature';

/**
 * Registers that the applicant has signed at the mission (R1598/2.14): the contracts by number, the certificate's two
 * copies as things in the mission's hands, and the second copy of each contract in the mission's bundle (2.16). Nothing
 * is signed for that does not lie there, sound.
 */
export async function registerSignature(
  record: CaseRecord,
  actor: Actor,
  signed: SignedContracts,
  request: Repeatable,
): Promise<SignatureOutcome | NotFirst | null> {
  const { caseNumber, certificateContract = caseNumber, simContract } = signed;
  return onceInCase<SignatureOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = await ownMission(tx, actor, facts);
    if (mission === null) return refuseForeign(DEED);
    const things = await readItems(tx, facts);
    const centre = centreWanted(facts.wants);
    const refusal = await whyNot(tx, facts, signed, centre, things);
    if (refusal !== null) return refuseDeed(facts, DEED, { clause: CONTRACT_STAGES[DEED].clause, ...refusal });

    const by = actor.id ?? 'unknown';
    const holder: Party = `mission:${mission}`;
    const made: string[] = [];
    for (const copy of [1, 2] as const) {
      const thing = {
        caseNumber,
        kind: 'certificate-contract',
        serial: certificateContract,
        copy,
        holder,
        by,
      } as const;
      const id = await enterItem(tx, now, thing);
      if (id === null && copy === 1)
        return refuseDeed(facts, DEED, { clause: CONTRACT_STAGES[DEED].clause, reason: 'number-known-already' });
      if (id === null) throw new Error('of a contract both copies are known, or neither');
      made.push(id);
    }
    const contracts = [
      { kind: 'certificate-contract' as const, serial: certificateContract },
      ...(simContract === undefined ? [] : [{ kind: 'sim-contract' as const, serial: simContract }]),
    ];
    for (const { kind, serial } of contracts)
      await tx.run(
        `INSERT INTO contract (case_number, kind, serial, signed_at, registered_by) VALUES ($1, $2, $3, $4, $5)`,
        [caseNumber, kind, serial, now, by],
      );
    const second = { itemId: made[1] ?? '', part: centre, destination: `centre:${centre}` as const };
    const bundled = await addToBundle(tx, now, record, facts, [second, ...simCopy(record, facts, things)]);
    return {
      outcome: { kind: 'signed', caseNumber, at: now, contracts },
      evidence: [{ what: 'contracts-signed', clause: 'R1598/2.14', facts: { contracts, mission } }, bundled],
    };
  });
}

type Why = { reason: SignatureRefusal; items?: { item: string; reason: ThingFault }[] };

async function whyNot(
  tx: Tx,
  facts: CaseRow,
  { caseNumber, simContract }: SignedContracts,
  centre: Centre,
  things: readonly CustodyItem[],
): Promise<Why | null> {
  if (facts.stage !== CONTRACT_STAGES[DEED].stage) return { reason: 'not-at-the-contract' };
  const signed = await tx.maybe(`SELECT 1 FROM contract WHERE case_number = $1 LIMIT 1`, [caseNumber]);
  if (signed !== null) return { reason: 'signed-already' };
  if (await hasOpenDifference(tx, facts.number)) return { reason: 'open-difference' };
  const items = faultsOf(neededToSign(centre), things, facts.mission ?? '');
  if (items.length > 0) return { reason: 'things-not-ready', items };
  if (centre === 'e-imza') return simContract === undefined ? null : { reason: 'no-sim-contract' };
  if (simContract === undefined) return { reason: 'sim-contract-needed' };
  const known = things.some(
    ({ kind, serial, state }) => kind === 'sim-contract' && state === 'sound' && serial === simContract,
  );
  return known ? null : { reason: 'sim-contract-differs' };
}

/** The SIM contract's second copy goes to the operator the applicant chose (R1598/2.5, 2.18). */
function simCopy(record: CaseRecord, facts: CaseRow, things: readonly CustodyItem[]) {
  const copy = things.find((thing) => thing.kind === 'sim-contract' && thing.copy === 2 && thing.state === 'sound');
  if (copy === undefined) return [];
  const { mobileOperator } = openForm(record, facts).application;
  if (mobileOperator === undefined) throw new Error('an ASAN signature needs a mobile operator');
  return [{ itemId: copy.id, part: 'asan' as const, destination: `mobile-operator:${mobileOperator}` as const }];
}
