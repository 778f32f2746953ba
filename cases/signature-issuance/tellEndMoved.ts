import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Tx } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';
import { addNotice } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';

/** A term whose end was moved by a newer calendar: both ends (ISO, ms, UTC), and whether its agency has answered. */
export type MovedTerm = { agency: Agency; before: string; endsAt: string; answered: boolean };

/**
 * Tells those concerned that ends moved (R1598/2.8): each agency that has not answered, of its own term; the applicant
 * once, of the last of the moved terms, because which agency is meant is not the applicant's to know.
 */
export async function tellEndMoved(
  tx: Tx,
  now: string,
  record: CaseRecord,
  facts: CaseRow,
  moved: readonly MovedTerm[],
): Promise<void> {
  const last = moved.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt)).at(-1);
  if (last === undefined) return;
  const caseNumber = facts.number;
  const key = record.seal.openKey(facts.sealed_key);
  await addNotice(tx, now, {
    caseNumber,
    kind: 'end-moved',
    recipient: 'applicant',
    language: facts.language,
    key,
    facts: { caseNumber, before: last.before, endsAt: last.endsAt },
  });
  for (const { agency, before, endsAt, answered } of moved) {
    if (answered) continue;
    await addNotice(tx, now, {
      caseNumber,
      kind: 'end-moved',
      recipient: agency,
      language: 'az',
      key,
      facts: { caseNumber, agency, before, endsAt },
    });
  }
}
