import { statements } from '../cases/record/database.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import { closeTerms } from '../cases/signature-issuance/closeTerms.ts';

const CONNECTIONS = 4;
const GRACE = '2 seconds';
const ALARM_AFTER = '1 minute';

/** A term with a message that nobody could read waits for the operator (ADR 5). */
const NOT_HELD = `NOT EXISTS (SELECT 1 FROM incident i WHERE i.case_number = t.case_number AND i.holder = t.holder
                                AND i.kind = 'unreadable-opinion' AND i.resolved_at IS NULL)`;

/**
 * The net under the timers: closes the cases whose terms of R1598/2.8 ended more than two seconds ago and are still open, by the
 * very same deed, on at most four connections, passing over cases that somebody holds. It can never close early,
 * because the deed refuses. A case that fails holds up none of the others. Returns how many cases it decided.
 */
export async function sweepOnce(record: CaseRecord, machineNow: () => string): Promise<number> {
  const due = await statements(record.database.ordinary).many<{ number: string }>(
    `SELECT DISTINCT case_number AS number FROM term t
      WHERE clause = 'R1598/2.8' AND closed_at IS NULL AND ends_at < (SELECT legal_now()) - interval '${GRACE}' AND ${NOT_HELD} LIMIT 500`,
  );
  const left = due.map(({ number }) => number);
  let decided = 0;
  const faults: unknown[] = [];
  const close = async (number: string) => {
    const outcome = await closeTerms(record, number, { machineNow, by: 'sweep' });
    if (outcome?.kind === 'decided') decided += 1;
  };
  const lane = async () => {
    for (let number = left.pop(); number !== undefined; number = left.pop())
      await close(number).catch((fault: unknown) => faults.push(fault));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  if (faults.length > 0) throw faults[0];
  return decided;
}

/** How many terms of R1598/2.8 are still open a minute after their end and not held by an incident: the alarm's figure. */
export async function overdueTerms(record: CaseRecord): Promise<number> {
  const { overdue } = await statements(record.database.ordinary).one<{ overdue: number }>(
    `SELECT count(*)::integer AS overdue FROM term t
      WHERE clause = 'R1598/2.8' AND closed_at IS NULL AND ends_at < (SELECT legal_now()) - interval '${ALARM_AFTER}'
        AND ${NOT_HELD}`,
  );
  return overdue;
}
