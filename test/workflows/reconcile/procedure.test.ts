import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Activities } from '../../../activities/index.ts';

const WORKFLOWS = join(import.meta.dirname, '..', '..', '..', 'workflows', 'index.ts');

type Looks = Pick<Activities, 'lookForDifferences' | 'listDifferences' | 'mendDifferences'>;

describe('the workflow of the reconciler', () => {
  let environment: TestWorkflowEnvironment;
  let bundle: WorkflowBundle;
  before(async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const path = process.env['MOHLET_TEST_SERVER'];
    environment = await TestWorkflowEnvironment.createTimeSkipping(
      path === undefined ? {} : { server: { executable: { type: 'existing-path', path } } },
    );
    bundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') });
  });
  after(() => environment.teardown());

  it('looks, looks again after the grace, lists under one run, and mends last', async () => {
    const calls: [string, ...unknown[]][] = [];
    const at: number[] = [];
    const activities: Looks = {
      lookForDifferences: async () => {
        calls.push(['look']);
        at.push(await environment.currentTimeMs());
        return ['document-unsigned 1'];
      },
      listDifferences: async (run, seen) => {
        calls.push(['list', run, seen]);
        at.push(await environment.currentTimeMs());
        return { listed: 1, gone: 0 };
      },
      mendDifferences: (run) => {
        calls.push(['mend', run]);
        return Promise.resolve(1);
      },
    };
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'test',
      workflowBundle: bundle,
      activities,
    });
    const outcome: unknown = await worker.runUntil(
      environment.client.workflow.execute('reconcile', { workflowId: 'reconcile-test', taskQueue: 'test' }),
    );
    assert.deepEqual(outcome, { listed: 1, mended: 1 });
    const run = calls[1]?.[1];
    assert.deepEqual(calls, [['look'], ['list', run, ['document-unsigned 1']], ['mend', run]]);
    assert.ok((at[1] ?? 0) - (at[0] ?? 0) >= 30_000);
  });
});
