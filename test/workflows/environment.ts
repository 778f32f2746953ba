import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { Activities } from '../../activities/index.ts';

const WORKFLOWS = join(import.meta.dirname, '..', '..', 'workflows', 'index.ts');

/**
 * Activities of a record that says yes to everything at once; each fake is typed by what it fakes. `calls` names every
 * call with what it was told besides the case.
 */
export function fakes(overrides: Partial<Activities> = {}): { activities: Activities; calls: string[] } {
  const calls: string[] = [];
  const activities: Activities = {
    closeTerms: () => Promise.resolve({ kind: 'decided', outcome: 'approved' }),
    signDocuments: () => Promise.resolve(1),
    requestOpinions: () => Promise.resolve(),
    tellAgenciesToStop: () => Promise.resolve({ kind: 'told' }),
    giveVirtualFin: () => Promise.resolve({ kind: 'given' }),
    askCentre: () => Promise.resolve({ kind: 'over' }),
    sendToCentre: () => Promise.resolve(),
    watchTerms: () => Promise.resolve({ stage: 'ended', milliseconds: 1 }),
    askUnwinding: () => Promise.resolve({ kind: 'over' }),
    unwindOutside: () => Promise.resolve(),
    lookForDifferences: () => Promise.resolve([]),
    listDifferences: () => Promise.resolve({ listed: 0, gone: 0 }),
    mendDifferences: () => Promise.resolve(0),
    ...overrides,
  };
  for (const name of Object.keys(activities) as (keyof Activities)[]) {
    const real = activities[name].bind(activities) as (...args: unknown[]) => Promise<unknown>;
    (activities as Record<string, unknown>)[name] = (...args: unknown[]) => {
      calls.push([name, ...args.slice(1)].join(' '));
      return real(...args);
    };
  }
  return { activities, calls };
}

/** Answers of the record in order; the last is repeated. */
export function inOrder<A>(answers: readonly [A, ...A[]]): () => Promise<A> {
  let asked = 0;
  return () => Promise.resolve(structuredClone(answers[Math.min(asked++, answers.length - 1)] ?? answers[0]));
}

/** The official time-skipping server with our workflows. */
export async function openWorkflows() {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const path = process.env['MOHLET_TEST_SERVER'];
  const environment = await TestWorkflowEnvironment.createTimeSkipping(
    path === undefined ? {} : { server: { executable: { type: 'existing-path', path } } },
  );
  const workflowBundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') });
  return {
    /** Runs a procedure for a case to its end; how long it took on the workflow's clock, and its history's length. */
    async run(
      procedure: 'signatureIssuance' | 'contractCopies',
      activities: Activities,
      wake?: { afterMs: number; times: number },
    ): Promise<{ milliseconds: number; events: number }> {
      const { client, nativeConnection: connection } = environment;
      const worker = await Worker.create({ connection, taskQueue: 'test', workflowBundle, activities });
      const workflowId = `QR-${randomUUID()}`;
      return worker.runUntil(async () => {
        const from = await environment.currentTimeMs();
        const handle = await client.workflow.start(procedure, {
          workflowId,
          taskQueue: 'test',
          args: [{ caseNumber: 'QR-2026-000001' }],
        });
        if (wake !== undefined) {
          await environment.sleep(wake.afterMs);
          for (let times = 0; times < wake.times; times += 1) await handle.signal('wake');
        }
        await handle.result();
        const { historyLength, closeTime } = await handle.describe();
        return { milliseconds: (closeTime?.getTime() ?? NaN) - from, events: historyLength };
      });
    },
    stop: () => environment.teardown(),
  };
}
