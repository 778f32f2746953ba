import { CONTRACT_STAGES, faultsOf, givenToApplicant, type ThingFault } from '../../law/signature-issuance/contract.ts';
import { centreWanted } from '../../law/signature-issuance/parties.ts';
import { handToApplicant } from '../custody/handToApplicant.ts';
import { type CustodyItem, hasOpenDifference, readItems } from '../custody/readItems.ts';
import { ownMission } from '../mission/ownMission.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { beginTerm } from '../record/terms.ts';

/** What became of the hand-over to the applicant; `validUntil` is the certificate's (ISO). */
export type HandingOverOutcome =
  | { kind: 'issued'; caseNumber: string; at: string; validUntil: string; handoverId: string }
  | Refused<HandingOverRefusal | ThingFault>
  | NotYours;

type HandingOverRefusal =
  'not-at-the-contract' | 'not-signed-yet' | 'open-difference' | 'things-not-ready' | 'certificate-expired';

const DEED = 'hand-over';

/**
 * Hands the applicant what is his (R1598/2.15): certificate, token or SIM card, and one copy of each contract he signed;
 * `paperNumber` is that of the printed act he signed for them. From then on the certificate is issued, nothing is
 * withdrawn any more, and its Centre has a working day to enter it in the register (5.4).
 */
export async function handOver(
  record: CaseRecord,
  actor: Actor,
  { caseNumber, paperNumber }: { caseNumber: string; paperNumber: string },
  request: Repeatable,
): Promise<HandingOverOutcome | NotFirst | null> {
  return onceInCase<HandingOverOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = await ownMission(tx, actor, facts);
    if (mission === null) return refuseForeign(DEED);
    const things = await readItems(tx, facts);
    const certificate = await readCertificate(tx, now, caseNumber);
    const why = await whyNot(tx, facts, things, certificate);
    if (why !== null) return refuseDeed(facts, DEED, { clause: CONTRACT_STAGES[DEED].clause, ...why });
    if (certificate === null) throw new Error('a certificate in hand needs its row');

    const centre = centreWanted(facts.wants);
    const ids = givenToApplicant(centre).map((given) => idOf(given, things, mission));
    const { handoverId, entries } = await handToApplicant(tx, now, record, facts, actor, ids, paperNumber);
    await tx.run(`UPDATE "case" SET stage = 'register', outcome = 'issued' WHERE number = $1`, [caseNumber]);
    const holder = `centre:${centre}` as const;
    const term = { caseNumber, clause: 'R1598/5.4', holder, startEvent: 'handed-over' } as const;
    const { entry } = await beginTerm(tx, now, term);
    await passBall(tx, now, caseNumber, holder);
    const validUntil = certificate.valid_until;
    await addNotice(tx, now, {
      caseNumber,
      kind: 'issued',
      recipient: 'applicant',
      language: facts.language,
      key: record.seal.openKey(facts.sealed_key),
      facts: { caseNumber, at: now, validUntil },
    });
    const issued = { mission, handover: handoverId, serial: certificate.serial, validUntil };
    return {
      outcome: { kind: 'issued', caseNumber, at: now, validUntil, handoverId },
      evidence: [{ what: 'issued', clause: 'R1598/2.15', facts: issued }, ...entries, entry],
      wake: true,
    };
  });
}

type Certificate = { serial: string; valid_until: string; expired: boolean };

async function readCertificate(tx: Tx, now: string, caseNumber: string): Promise<Certificate | null> {
  return tx.maybe<Certificate>(
    `SELECT serial, valid_until, valid_until <= $2::timestamptz AS expired FROM certificate WHERE case_number = $1`,
    [caseNumber, now],
  );
}

type Why = {
  clause?: 'R1598/2.14' | 'R1598/2.19';
  reason: HandingOverRefusal;
  items?: { item: string; reason: ThingFault }[];
};

async function whyNot(
  tx: Tx,
  facts: CaseRow,
  things: readonly CustodyItem[],
  certificate: Certificate | null,
): Promise<Why | null> {
  if (facts.stage !== CONTRACT_STAGES[DEED].stage) return { reason: 'not-at-the-contract' };
  const signed = await tx.maybe(`SELECT 1 FROM contract WHERE case_number = $1 LIMIT 1`, [facts.number]);
  if (signed === null) return { clause: 'R1598/2.14', reason: 'not-signed-yet' };
  if (await hasOpenDifference(tx, facts.number)) return { reason: 'open-difference' };
  const items = faultsOf(givenToApplicant(centreWanted(facts.wants)), things, facts.mission ?? '');
  if (items.length > 0) return { reason: 'things-not-ready', items };
  return certificate?.expired === true ? { clause: 'R1598/2.19', reason: 'certificate-expired' } : null;
}

function idOf(given: { kind: string; copy: number }, things: readonly CustodyItem[], mission: string): string {
  const found = things.find(
    ({ kind, copy, state, holder }) =>
      kind === given.kind && copy === given.copy && state === 'sound' && holder === `mission:${mission}`,
  );
  if (found === undefined) throw new Error('a thing that was judged ready is not there');
  return found.id;
}
