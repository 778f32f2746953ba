import { statements } from '../../record/database.ts';
import { closeTerms } from '../../signature-issuance/closeTerms.ts';
import { type Comparison, MOST_OF_A_KIND, type Found, type ReconcileNeeds } from '../difference.ts';

/** A term with a message that nobody could read waits for the operator (ADR 5). */
const ENDED_AND_OPEN = `
  t.clause = 'R1598/2.8' AND t.closed_at IS NULL AND t.ends_at < (SELECT legal_now()) - interval '1 minute'
  AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.case_number = t.case_number AND i.holder = t.holder
                     AND i.kind = 'unreadable-opinion' AND i.resolved_at IS NULL)`;

/** A term of R1598/2.8 that ended a minute ago or more and is still open, though nothing blocks it. */
export const termNotClosed: Comparison = {
  kind: 'term-not-closed',
  find: async ({ record }) => {
    const rows = await statements(record.database.ordinary).many<{
      case_number: string;
      holder: string;
      ends_at: string;
    }>(
      `SELECT t.case_number, t.holder, t.ends_at FROM term t WHERE ${ENDED_AND_OPEN}
        ORDER BY t.ends_at, t.case_number, t.holder LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ case_number, holder, ends_at: endsAt }) => ({
      about: `${case_number} ${holder}`,
      caseNumber: case_number,
      facts: { holder, endsAt },
    }));
  },
  mend,
};

/** Closed by the very deed that closes it at its end, which refuses what it must not close. */
async function mend({ record, machineNow }: ReconcileNeeds, { caseNumber, facts }: Found): Promise<string | null> {
  if (caseNumber === null) return null;
  await closeTerms(record, caseNumber, { machineNow, by: 'sweep' });
  const left = await statements(record.database.ordinary).maybe(
    `SELECT 1 FROM term t WHERE t.case_number = $1 AND t.holder = $2 AND ${ENDED_AND_OPEN}`,
    [caseNumber, facts['holder']],
  );
  return left === null ? 'closed' : null;
}
