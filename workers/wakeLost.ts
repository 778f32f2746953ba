import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { statements } from '../cases/record/database.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import { caseWorkflowId } from '../workflows/ids.ts';

const OVERDUE = '30 seconds';
const MOST_OF_A_KIND = 200;

/**
 * What the record says is overdue and only a workflow does: a request not yet taken by its agency, a reminder, a FIN, a
 * word to an agency that it may stop, an overdue term not yet noted, an application not yet at its Centre, an unwinding.
 * Terms of R1598/2.8 that ended are the sweep's.
 */
const OVERDUE_CASES = `
  WITH clock AS MATERIALIZED (
    SELECT machine_now() - interval '${OVERDUE}' AS machine, legal_now() - interval '${OVERDUE}' AS legal, legal_now()
  ), overdue AS (
    (SELECT r.case_number AS number FROM opinion_request r JOIN "case" c ON c.number = r.case_number, clock
      WHERE c.stage = 'opinions' AND r.acknowledged_at IS NULL AND r.next_attempt_at < clock.machine
      ORDER BY r.next_attempt_at LIMIT ${MOST_OF_A_KIND})
    UNION
    (SELECT t.case_number FROM term t, clock
      WHERE t.closed_at IS NULL AND t.ends_at > clock.legal_now AND t.reminded_at IS NULL
        AND t.reminder_at < clock.legal
        AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.case_number = t.case_number AND o.agency = t.holder
                           AND o.effect = 'noted')
      ORDER BY t.ends_at LIMIT ${MOST_OF_A_KIND})
    UNION
    (SELECT t.case_number FROM term t, clock
      WHERE t.clause <> 'R1598/2.8' AND t.closed_at IS NULL AND t.overdue_at IS NULL AND t.ends_at < clock.legal
      ORDER BY t.ends_at LIMIT ${MOST_OF_A_KIND})
    UNION
    (SELECT c.number FROM "case" c, clock
      WHERE c.stage = 'centre' AND NOT EXISTS (
        SELECT 1 FROM centre_request r WHERE r.case_number = c.number
           AND (r.acknowledged_at IS NOT NULL OR r.next_attempt_at >= clock.machine))
      ORDER BY c.decided_at LIMIT ${MOST_OF_A_KIND})
    UNION
    (SELECT case_number FROM unwinding u, clock
      WHERE u.done_at IS NULL AND u.next_attempt_at < clock.machine
      ORDER BY u.next_attempt_at LIMIT ${MOST_OF_A_KIND})
    UNION
    (SELECT number FROM "case" WHERE stage = 'virtual-fin' ORDER BY decided_at LIMIT ${MOST_OF_A_KIND})
    UNION
    (SELECT case_number FROM opinion_request r, clock
      WHERE r.stop_why IS NOT NULL AND r.stop_told_at IS NULL AND r.acknowledged_at IS NOT NULL
        AND r.next_attempt_at < clock.machine
      ORDER BY r.next_attempt_at LIMIT ${MOST_OF_A_KIND})
  )
  SELECT number FROM overdue WHERE NOT EXISTS (SELECT 1 FROM outbox b WHERE b.case_number = overdue.number)`;

/**
 * Finds cases on which something is overdue and whose workflow Temporal does not know or takes for ended (its data were
 * lost, or are of yesterday), and puts them into the outbox, so that each is started anew with its number alone. A case
 * whose workflow runs is left to it. Returns how many were put there; throws when Temporal does not answer.
 */
export async function wakeLostCases(record: CaseRecord, client: Client): Promise<number> {
  const tx = statements(record.database.ordinary);
  const overdue = await tx.many<{ number: string }>(OVERDUE_CASES);
  const lost: string[] = [];
  for (const { number } of overdue) if (!(await runs(client, number))) lost.push(number);
  if (lost.length === 0) return 0;
  return tx.run(`INSERT INTO outbox (case_number, at) SELECT number, legal_now() FROM unnest($1::text[]) AS number`, [
    lost,
  ]);
}

async function runs(client: Client, caseNumber: string): Promise<boolean> {
  try {
    const { status } = await client.withDeadline(Date.now() + 5_000, () =>
      client.workflow.getHandle(caseWorkflowId(caseNumber)).describe(),
    );
    return status.name === 'RUNNING';
  } catch (fault) {
    if (fault instanceof WorkflowNotFoundError) return false;
    throw fault;
  }
}
