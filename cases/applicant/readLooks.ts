import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { type Look, showsLook } from '../../law/signature-issuance/whoLooked.ts';
import { statements } from '../record/database.ts';
import { parameterInForce } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/** Who looked at a case and what for: office and post, never a person; `at` is ISO, of the newest such read that day. */
export type ShownLook = Look & { what: string; at: string; times: number };

/** The reads of a case that its applicant is shown, newest first, the same office's reads of one day as one; at most 200. */
export async function readLooks(record: CaseRecord, caseNumber: string): Promise<ShownLook[]> {
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const parameter = await parameterInForce(tx, 'services-reads-shown', bakuDay(now));
  const rows = await tx.many<ShownLook>(
    `SELECT capacity, body, post, what, max(at) AS at, count(*)::integer AS times
       FROM case_read WHERE case_number = $1
      GROUP BY capacity, body, post, what, (at AT TIME ZONE 'Asia/Baku')::date
      ORDER BY max(at) DESC, capacity, body, post, what LIMIT 400`,
    [caseNumber],
  );
  return rows.filter((look) => showsLook(look, parameter)).slice(0, 200);
}
