import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import { type IdentityFinding, identityVerdict, itemsToCompare } from '../../law/signature-issuance/identity.ts';
import { missionZone } from '../../law/signature-issuance/missions.ts';
import { dayInZone } from '../../law/signature-issuance/slots.ts';
import { type WhoCame, whoMustCome } from '../../law/signature-issuance/whoMustCome.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import { parameterInForce } from '../record/dated.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type CaseRow, type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { attendable } from './booked.ts';
import { decideIdentity } from './decideIdentity.ts';
import { awaitsSecond } from './identityChecks.ts';
import { ownMission } from './ownMission.ts';

/** What the officer found: who came, each item against its original, the photograph taken in, the originals handed back. */
export type IdentityInput = {
  caseNumber: string;
  came: WhoCame;
  findings: readonly IdentityFinding[];
  photograph: string | null;
  originalsReturned: boolean;
};

type Reason =
  | 'not-at-identity'
  | 'awaits-second-officer'
  | 'no-appointment-today'
  | 'wrong-person'
  | 'check-not-whole'
  | 'photograph-unknown'
  | 'originals-not-returned';

/** What became of a check; `awaits-second` where the post has a second officer confirm it. */
export type IdentityOutcome =
  | { kind: 'match' | 'mismatch'; caseNumber: string; n: number; at: string }
  | { kind: 'awaits-second'; caseNumber: string; n: number }
  | Refused<Reason>
  | NotYours;

const DEED = 'check-identity';
type Ground = Parameters<typeof refuseDeed<Reason>>[2];

/**
 * Compares who came and what they brought with the application, item by item (R1598/2.12), on the day of the appointment
 * in the post's own calendar. A match leads to the contract (2.14), a mismatch to the refusal (2.13).
 */
export async function checkIdentity(
  record: CaseRecord,
  actor: Actor,
  input: IdentityInput,
  request: Repeatable,
): Promise<IdentityOutcome | NotFirst | null> {
  const { caseNumber, findings } = input;
  return onceInCase<IdentityOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    const mission = await ownMission(tx, actor, facts);
    if (mission === null) return refuseForeign(DEED);
    const judged = await judge(tx, now, record, facts, input);
    if (judged.kind === 'refused') return refuseDeed(facts, DEED, judged.ground);

    const { verdict, appointment } = judged;
    await tx.run(`UPDATE appointment SET state = 'kept', ended_at = $2 WHERE id = $1 AND state = 'booked'`, [
      appointment,
      now,
    ]);
    const posts = await parameterInForce(tx, 'second-officer', bakuDay(facts.registered_at));
    const isFinal = !posts.includes(mission);
    const { n } = await tx.one<{ n: number }>(
      `INSERT INTO identity_check (case_number, n, appointment_id, officer, checked_at, verdict, items, photograph,
                                   originals_returned, state)
       SELECT $1, coalesce(max(n), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 FROM identity_check WHERE case_number = $1
       RETURNING n`,
      [
        caseNumber,
        appointment,
        actor.id,
        now,
        verdict,
        JSON.stringify(findings),
        input.photograph,
        input.originalsReturned,
        isFinal ? 'final' : 'awaits-second',
      ],
    );
    const checked = {
      what: 'identity-checked',
      clause: 'R1598/2.12',
      facts: {
        n,
        appointment,
        verdict,
        came: input.came,
        findings,
        photograph: input.photograph,
        originalsReturned: true,
      },
    } as const;
    if (isFinal) {
      const decided = await decideIdentity(tx, now, record, facts, { mission, verdict, findings });
      return { outcome: { kind: verdict, caseNumber, n, at: now }, evidence: [checked, ...decided], wake: true };
    }
    await passBall(tx, now, caseNumber, `mission:${mission}`);
    return { outcome: { kind: 'awaits-second', caseNumber, n }, evidence: [checked] };
  });
}

type Judged =
  { kind: 'judged'; verdict: 'match' | 'mismatch'; appointment: string } | { kind: 'refused'; ground: Ground };

/** Whether this check may be made now, and what it says; every refusal changes nothing. */
async function judge(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  { came, findings, photograph, originalsReturned }: IdentityInput,
): Promise<Judged> {
  const refused = (reason: Reason, items?: { item: string; reason: string }[]): Judged => ({
    kind: 'refused',
    ground: { clause: 'R1598/2.12', reason, ...(items !== undefined && { items }) },
  });
  if (facts.stage !== 'identity') return refused('not-at-identity');
  if (await awaitsSecond(tx, facts.number)) return refused('awaits-second-officer');
  const zone = missionZone(facts.mission ?? '');
  const today = dayInZone(zone, now);
  const appointment = (await attendable(tx, facts.number)).find((one) => dayInZone(zone, one.starts_at) === today);
  if (appointment === undefined) return refused('no-appointment-today');

  const { application } = openForm(record, facts);
  if (came !== whoMustCome(application)) return refused('wrong-person');
  if (photograph !== null && !(await isTakenIn(tx, facts.number, photograph))) return refused('photograph-unknown');
  const uploaded = await tx.many<{ kind: DocumentKind }>(`SELECT DISTINCT kind FROM upload WHERE case_number = $1`, [
    facts.number,
  ]);
  const items = itemsToCompare(
    application,
    uploaded.map(({ kind }) => kind),
  );
  const verdict = identityVerdict(items, findings, { photographTakenIn: photograph !== null });
  if (verdict.kind === 'not-yet') return refused('check-not-whole', verdict.items);
  if (!originalsReturned) return refused('originals-not-returned');
  return { kind: 'judged', verdict: verdict.kind, appointment: appointment.id };
}

async function isTakenIn(tx: Tx, caseNumber: string, photograph: string): Promise<boolean> {
  const found = await tx.maybe(`SELECT 1 FROM paper WHERE id = $1 AND case_number = $2 AND kind = 'photograph'`, [
    photograph,
    caseNumber,
  ]);
  return found !== null;
}
