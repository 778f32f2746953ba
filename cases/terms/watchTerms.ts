import { partyOfHolder } from '../../law/signature-issuance/copies.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import { sortOf } from '../../law/signature-issuance/parties.ts';
import { compareClocks } from '../record/compareClocks.ts';
import { statements, type Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import { type CaseRow, inCase, NOTHING_DONE, type Stage } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { recomputeFirst } from '../signature-issuance/recomputeTerms.ts';
import { lapseWhereDue } from './lapse.ts';
import { type OpenTerm, openTerms } from './openTerms.ts';

/** In which stage a case stands, and how long to wait before asking again. */
export type TermsOutcome = { stage: Stage; milliseconds: number };

/** People are waited for by their deeds, which wake the procedure; asking daily would only lengthen its history. */
const LONGEST_WAIT_MS = 30 * 24 * 3_600_000;
const FROZEN_WAIT_MS = 60_000;

/**
 * Asks the record after the terms of those who carry out a stage by their own deeds (R1598/2.11, 2.16-2.18, 5.4): each
 * holder is reminded once, and from its stored end on a term is noted as overdue once, with whoever is concerned told.
 * No such term closes by time: overdue is overdue. Asking again at any time is harmless; null: no such case.
 */
export async function watchTerms(
  record: CaseRecord,
  caseNumber: string,
  asked: { machineNow: () => string },
): Promise<TermsOutcome | null> {
  await recomputeFirst(record, caseNumber, statements(record.database.ordinary));
  return inCase<TermsOutcome>(record, caseNumber, THE_PROCEDURE, async (tx, now, facts) => {
    const { stage } = facts;
    if (stage === 'ended') return { outcome: { stage, milliseconds: LONGEST_WAIT_MS }, evidence: NOTHING_DONE };
    const clocks = await compareClocks(tx, now, caseNumber, asked.machineNow);
    if (!clocks.agree)
      return {
        outcome: { stage, milliseconds: clocks.milliseconds },
        evidence: clocks.isNew ? [{ what: 'clocks-disagree' }] : NOTHING_DONE,
      };

    const lapse = await lapseWhereDue(tx, now, record, facts);
    if (lapse.kind === 'lapsed')
      return {
        outcome: { stage: 'ended', milliseconds: LONGEST_WAIT_MS },
        evidence: written(lapse.entries),
        wake: true,
      };

    const terms = await openTerms(tx, now, facts);
    const entries: Entry[] = [];
    for (const term of terms) {
      if (term.reminder_due && term.reminded_at === null) entries.push(await remind(tx, now, record, facts, term));
      if (term.ended && term.overdue_at === null) entries.push(await noteOverdue(tx, now, record, facts, term));
    }
    const milliseconds = await untilNext(tx, terms, lapse.milliseconds);
    return { outcome: { stage, milliseconds }, evidence: written(entries) };
  });
}

async function remind(tx: Tx, now: string, record: CaseRecord, facts: CaseRow, term: OpenTerm): Promise<Entry> {
  const { clause, holder } = term;
  await tx.run(`UPDATE term SET reminded_at = $4 WHERE case_number = $1 AND clause = $2 AND holder = $3`, [
    facts.number,
    clause,
    holder,
    now,
  ]);
  await tell(tx, now, record, facts, term, 'term-reminder');
  return { what: 'reminded', clause, facts: { holder } };
}

/** Notes a term as overdue and tells its holder; of a mission's also the ministry, and of the invitation the applicant. */
async function noteOverdue(tx: Tx, now: string, record: CaseRecord, facts: CaseRow, term: OpenTerm): Promise<Entry> {
  const { clause, holder, ends_at: endsAt } = term;
  const { number: caseNumber, mission } = facts;
  await tx.run(`UPDATE term SET overdue_at = $4 WHERE case_number = $1 AND clause = $2 AND holder = $3`, [
    caseNumber,
    clause,
    holder,
    now,
  ]);
  await tell(tx, now, record, facts, term, 'term-overdue');
  if (clause === 'R1598/2.11')
    await addNotice(tx, now, {
      caseNumber,
      kind: 'invitation-overdue',
      recipient: 'applicant',
      language: facts.language,
      key: record.seal.openKey(facts.sealed_key),
      facts: { caseNumber, mission: mission as MissionId, endsAt },
    });
  return { what: 'term-overdue', clause, facts: { holder, endsAt } };
}

async function tell(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  { clause, holder, ends_at: endsAt }: OpenTerm,
  kind: 'term-reminder' | 'term-overdue',
): Promise<void> {
  const party = partyOfHolder(holder);
  if (party === 'applicant') throw new Error('no term of this sort runs for an applicant');
  const toMinistry = kind === 'term-overdue' && sortOf(party) === 'mission';
  for (const recipient of toMinistry ? ([party, 'ministry:foreign-affairs'] as const) : [party])
    await addNotice(tx, now, {
      caseNumber: facts.number,
      kind,
      recipient,
      language: 'az',
      key: record.seal.openKey(facts.sealed_key),
      facts: { caseNumber: facts.number, clause, holder: party, endsAt },
    });
}

/** How long until the next reminder, end or lapse; while the clock is frozen no shorter than a minute. */
async function untilNext(tx: Tx, terms: readonly OpenTerm[], toLapse: number): Promise<number> {
  const { frozen } = await tx.one<{ frozen: boolean }>(`SELECT frozen_at IS NOT NULL AS frozen FROM legal_clock`);
  const instants = terms.flatMap(({ ended, reminded_at, ms_to_end, ms_to_reminder }) => [
    ...(ended ? [] : [ms_to_end]),
    ...(reminded_at === null && ms_to_reminder > 0 ? [ms_to_reminder] : []),
  ]);
  const next = Math.min(toLapse, LONGEST_WAIT_MS, ...instants);
  return Math.max(frozen ? FROZEN_WAIT_MS : 1, Math.ceil(next));
}

function written(entries: readonly Entry[]): readonly [Entry, ...Entry[]] | typeof NOTHING_DONE {
  const [first, ...others] = entries;
  return first === undefined ? NOTHING_DONE : [first, ...others];
}
