import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Activities } from '../../activities/index.ts';
import type { Stage } from '../../cases/record/inCase.ts';
import { findTemporal } from '../../stack/temporal.ts';
import { fakes } from './environment.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The history at which Temporal suggests to begin anew; in life it is 4,096 events. */
const SUGGESTED_AT = 200;
const WAKES = 1_500;
const MONTH_MS = 30 * 24 * 3_600_000;

describe('a workflow that waits for months, with thousands of wakes', () => {
  let environment: TestWorkflowEnvironment;
  let workflowBundle: WorkflowBundle;
  before(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const cache = process.env['MOHLET_CACHE'] ?? join(ROOT, '.mohlet', 'bin');
    const path = process.env['MOHLET_TEST_TEMPORAL'] ?? (await findTemporal(cache, () => undefined));
    environment = await TestWorkflowEnvironment.createLocal({
      server: {
        executable: { type: 'existing-path', path },
        extraArgs: ['--dynamic-config-value', `limit.historyCount.suggestContinueAsNew=${SUGGESTED_AT}`],
      },
    });
    workflowBundle = await bundleWorkflowCode({
      workflowsPath: join(ROOT, 'workflows', 'index.ts'),
      logger: new DefaultLogger('ERROR'),
    });
  });
  after(() => environment.teardown());

  /** Wakes a workflow again and again, each time after the last wake was heard, then lets it end; the lengths of its runs. */
  const live = async (
    procedure: 'signatureIssuance' | 'contractCopies',
    activities: Activities,
    heard: () => number,
    end: () => void,
  ): Promise<number[]> => {
    const { client, nativeConnection: connection } = environment;
    const worker = await Worker.create({ connection, taskQueue: 'test', workflowBundle, activities });
    const workflowId = `QR-${randomUUID()}`;
    return worker.runUntil(async () => {
      const handle = await client.workflow.start(procedure, {
        workflowId,
        taskQueue: 'test',
        args: [{ caseNumber: workflowId }],
      });
      const isHeard = async (before: number) => {
        while (heard() === before) await new Promise((resolve) => setTimeout(resolve, 2));
      };
      await isHeard(0);
      for (let wakes = 1; wakes < WAKES; wakes += 1) {
        const before = heard();
        await client.workflow.getHandle(workflowId).signal('wake');
        // A wake while the workflow is still busy with the last one may be heard together with it, never not at all.
        await isHeard(before);
      }
      end();
      await client.workflow.getHandle(workflowId).signal('wake');
      await client.workflow.getHandle(workflowId).result();
      const lengths: number[] = [];
      for await (const run of client.workflow.list({ query: `WorkflowId = '${workflowId}'` }))
        lengths.push(run.historyLength);
      void handle;
      return lengths;
    });
  };

  it('D2, D16: a case at its mission begins anew before its history grows, hears every wake, and ends', async () => {
    let stage: Stage = 'identity';
    let asked = 0;
    const { activities, calls } = fakes({
      watchTerms: () => {
        asked += 1;
        return Promise.resolve({ stage, milliseconds: MONTH_MS });
      },
    });
    const lengths = await live(
      'signatureIssuance',
      activities,
      () => asked,
      () => (stage = 'ended'),
    );
    console.log(lengths, calls.length);
  });
});
