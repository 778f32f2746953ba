import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Engine } from '../ports.ts';

const ANSWER_WITHIN_MS = 10_000;

/** Temporal as the reconciler sees it: the workflows of these types alone; throws while Temporal does not answer. */
export function temporalEngine(client: Client, workflowTypes: readonly string[]): Engine {
  const types = workflowTypes.map((type) => `'${type}'`).join(', ');
  return {
    async *openWorkflows() {
      const query = `ExecutionStatus = 'Running' AND WorkflowType IN (${types})`;
      for await (const { workflowId, startTime } of client.workflow.list({ query, pageSize: 1_000 }))
        yield { id: workflowId, startedAt: startTime.toISOString() };
    },
    async statusOf(id) {
      try {
        const { status } = await client.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
          client.workflow.getHandle(id).describe(),
        );
        return { kind: status.name === 'RUNNING' ? 'open' : 'ended' };
      } catch (fault) {
        if (fault instanceof WorkflowNotFoundError) return { kind: 'none' };
        throw fault;
      }
    },
  };
}
