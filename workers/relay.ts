import type { Client } from '@temporalio/client';
import { inTransaction } from '../cases/record/database.ts';
import type { CaseRow } from '../cases/record/inCase.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import { caseWorkflowId } from '../workflows/ids.ts';

const BATCH = 50;

type Procedure = CaseRow['procedure'];

/** The workflow that carries a case, by the case's procedure. */
export const CASE_WORKFLOWS: Record<Procedure, string> = {
  'signature-issuance': 'signatureIssuance',
  'contract-copies': 'contractCopies',
};

/**
 * Relays one batch of the outbox to Temporal, at least once, by one call a case: start its workflow, or wake it.
 * Rows are picked with SKIP LOCKED, so several workers share the work; a row goes only when Temporal has taken it.
 * Returns how many cases were woken; throws when Temporal took none.
 */
export async function relayOnce(record: CaseRecord, client: Client, taskQueue: string): Promise<number> {
  let relayed = 0;
  await inTransaction(
    record.database.ordinary,
    async (tx) => {
      const rows = await tx.many<{ id: number; case_number: string; procedure: Procedure }>(
        `SELECT o.id, o.case_number, c.procedure FROM outbox o JOIN "case" c ON c.number = o.case_number
          ORDER BY o.id LIMIT ${BATCH} FOR UPDATE OF o SKIP LOCKED`,
      );
      const procedures = new Map(rows.map(({ case_number, procedure }) => [case_number, procedure]));
      const cases = [...procedures.keys()];
      const told = await Promise.allSettled(
        [...procedures].map(([number, procedure]) => wakeCase(client, taskQueue, number, procedure)),
      );
      const taken = cases.filter((_, at) => told[at]?.status === 'fulfilled');
      const failed = told.find((one) => one.status === 'rejected');
      if (taken.length > 0) record.failpoint('relay:after-answer');
      if (taken.length === 0 && failed !== undefined) throw failed.reason;
      const ids = rows.filter(({ case_number }) => taken.includes(case_number)).map(({ id }) => id);
      if (ids.length > 0) await tx.run(`DELETE FROM outbox WHERE id = ANY ($1)`, [ids]);
      relayed = taken.length;
    },
    () => {
      if (relayed > 0) record.failpoint('relay:before-commit');
    },
  );
  if (relayed > 0) record.failpoint('relay:after-commit');
  return relayed;
}

async function wakeCase(client: Client, taskQueue: string, caseNumber: string, procedure: Procedure): Promise<void> {
  await client.withDeadline(Date.now() + 5_000, () =>
    client.workflow.signalWithStart(CASE_WORKFLOWS[procedure], {
      workflowId: caseWorkflowId(caseNumber),
      taskQueue,
      args: [{ caseNumber }],
      signal: 'wake',
      signalArgs: [],
    }),
  );
}
