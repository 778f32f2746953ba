import { randomUUID } from 'node:crypto';
import type { Deadline } from '../../law/calendar/workingDays.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { OutcomeOfOpinions } from '../../law/signature-issuance/opinions.ts';
import { canonicalText } from '../../proof/canonical.ts';
import type { RecordOfSilence } from '../../proof/silence.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { readOutages } from './readOutages.ts';
import type { Standing } from './standings.ts';

type Approval = Extract<OutcomeOfOpinions, { kind: 'approved' }>;

/**
 * Writes that no agency gave a negative opinion (R1598/2.8): the outcome of every term, the case's approval, the exact
 * text of the record of silence where silence decided, and the applicant's notice. Returns the evidence of it.
 */
export async function approve(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  standings: readonly Standing[],
  approval: Approval,
): Promise<Entry> {
  await closeTermsAs(
    tx,
    now,
    facts.number,
    standings.map(({ agency }) => ({
      agency,
      outcome: approval.silent.includes(agency) ? 'silence' : 'nothing-against',
    })),
  );
  await tx.run(`UPDATE "case" SET stage = 'virtual-fin', outcome = 'approved', decided_at = $2 WHERE number = $1`, [
    facts.number,
    now,
  ]);
  const bySilence = approval.silent.length > 0;
  if (bySilence) await writeRecordOfSilence(tx, now, facts.number, standings);
  await addNotice(tx, now, {
    caseNumber: facts.number,
    kind: 'approved-by-silence',
    recipient: 'applicant',
    language: facts.language,
    key: record.seal.openKey(facts.sealed_key),
    facts: { caseNumber: facts.number, decidedAt: now, ...lastTerm(standings) },
  });
  return {
    what: 'approved',
    clause: approval.clause,
    facts: { silent: approval.silent, early: approval.early, recordOfSilence: bySilence },
  };
}

/** Closes terms, each with its one outcome; a term that has its outcome already keeps it. */
export async function closeTermsAs(
  tx: Tx,
  now: string,
  caseNumber: string,
  ends: readonly { agency: string; outcome: 'silence' | 'nothing-against' | 'negative-opinion' | 'stopped' }[],
): Promise<void> {
  await tx.run(
    `WITH closed AS (
       UPDATE term SET closed_at = $2
        WHERE case_number = $1 AND clause = 'R1598/2.8' AND holder = ANY ($3) AND closed_at IS NULL
       RETURNING holder
     )
     INSERT INTO term_outcome (case_number, clause, holder, outcome, at)
     SELECT $1, 'R1598/2.8', e.holder, e.outcome, $2
       FROM unnest($3::text[], $4::text[]) AS e (holder, outcome) JOIN closed USING (holder)`,
    [caseNumber, now, ends.map(({ agency }) => agency), ends.map(({ outcome }) => outcome)],
  );
}

/** The term that ends last, with its days: what the applicant is shown as the reason of the date. */
function lastTerm(standings: readonly Standing[]): { endsAt: string; days: Deadline['days'] } {
  const last = standings.toSorted((a, b) => (a.ends_at ?? '').localeCompare(b.ends_at ?? '')).at(-1);
  if (last?.ends_at == null || last.explanation === null) throw new Error('an approval needs a term for each agency');
  return { endsAt: last.ends_at, days: (JSON.parse(last.explanation) as Deadline).days };
}

async function writeRecordOfSilence(tx: Tx, now: string, caseNumber: string, standings: readonly Standing[]) {
  const { id, nature } = await tx.one<{ id: string; nature: 'production' | 'rehearsal' }>(
    `SELECT id, nature FROM installation`,
  );
  const outages = await readOutages(tx, now);
  const agencies = AGENCIES.map((agency) => {
    const standing = standings.find((one) => one.agency === agency);
    if (standing?.started_at == null || standing.ends_at == null || standing.explanation === null)
      throw new Error('a record of silence needs a term for each agency');
    const { started_at, ends_at } = standing;
    const { days, extensions, recomputed } = JSON.parse(standing.explanation) as {
      days: RecordOfSilence['agencies'][number]['term']['days'];
      extensions: RecordOfSilence['agencies'][number]['term']['extensions'];
      recomputed?: RecordOfSilence['agencies'][number]['term']['recomputed'];
    };
    return {
      agency,
      request: standing.message_id,
      delivered: { at: started_at, how: standing.delivered_how },
      reminders: standing.reminded_at === null ? [] : [{ at: standing.reminded_at }],
      term: {
        workingDays: standing.working_days,
        days,
        endsAt: ends_at,
        calendarVersion: standing.calendar_version,
        provisional: standing.provisional,
        extensions,
        ...(recomputed !== undefined && { recomputed }),
      },
      opinion: standing.answer === null ? null : { at: standing.answered_at, kind: standing.answer },
      outages: outages.filter(({ from, to }) => from < ends_at && (to === null || to > started_at)),
    };
  });
  const body = canonicalText({
    kind: 'record-of-silence',
    version: 1,
    nature,
    installation: id,
    caseNumber,
    clause: 'R1598/2.8',
    decidedAt: now,
    agencies,
    outcome: 'approved-by-silence',
  });
  await tx.run(
    `INSERT INTO document (id, case_number, kind, body, made_at) VALUES ($1, $2, 'record-of-silence', $3, $4)`,
    [randomUUID(), caseNumber, body, now],
  );
}
