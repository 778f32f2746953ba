import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { endAfterMonths } from '../../law/calendar/months.ts';
import type { Tx } from '../record/database.ts';
import { parameterInForce } from '../record/dated.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { endUnissued } from '../signature-issuance/endUnissued.ts';

/** Whether a case lapsed now, or how long until it may; without an act that allows it, never. */
export type Lapse = { kind: 'lapsed'; entries: Entry[] } | { kind: 'stands'; milliseconds: number };

const NEVER: Lapse = { kind: 'stands', milliseconds: Infinity };

/**
 * Lets a case lapse whose applicant was invited and never came, where the dated parameter of its filing day names the
 * act that allows it (ADR 29): so many months in which it waited for the applicant without a booked appointment, which
 * count anew from an appointment that was cancelled or missed.
 */
export async function lapseWhereDue(tx: Tx, now: string, record: CaseRecord, facts: CaseRow): Promise<Lapse> {
  const { number: caseNumber, stage, waits_for, waits_since } = facts;
  if ((stage !== 'invitation' && stage !== 'identity') || waits_for !== 'applicant' || waits_since === null)
    return NEVER;
  const rule = await parameterInForce(tx, 'lapse', bakuDay(facts.registered_at));
  if (rule === 'none') return NEVER;
  const { act, months } = rule;
  const { booked, since } = await tx.one<{ booked: boolean; since: string }>(
    `SELECT coalesce(bool_or(state = 'booked'), false) AS booked, greatest($2::timestamptz, max(ended_at)) AS since
       FROM appointment WHERE case_number = $1`,
    [caseNumber, waits_since],
  );
  if (booked) return NEVER;
  const { left } = await tx.one<{ left: number }>(
    `SELECT extract(epoch FROM $1::timestamptz - $2::timestamptz)::float8 * 1000 AS left`,
    [endAfterMonths(since, months), now],
  );
  if (left > 0) return { kind: 'stands', milliseconds: left };

  const entries = await endUnissued(tx, now, record, facts, { outcome: 'lapsed', clause: 'R1598/1.5' });
  await addNotice(tx, now, {
    caseNumber,
    kind: 'lapsed',
    recipient: 'applicant',
    language: facts.language,
    key: record.seal.openKey(facts.sealed_key),
    facts: { caseNumber, at: now, act },
  });
  return { kind: 'lapsed', entries: [{ what: 'lapsed', clause: 'R1598/1.5', facts: { act, months } }, ...entries] };
}
