import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Activities } from '../../../activities/index.ts';

const WORKFLOWS = join(import.meta.dirname, '..', '..', '..', 'workflows', 'index.ts');
const DAY_MS = 24 * 3_600_000;

/** Activities of a record that approves once told to; each fake is typed by what it fakes. */
function fakes(overrides: Partial<Activities> = {}): { activities: Activities; calls: string[] } {
  const calls: string[] = [];
  const activities: Activities = {
    closeTerms: () => Promise.resolve({ kind: 'decided', outcome: 'approved' }),
    signDocuments: () => Promise.resolve(1),
    requestOpinions: () => Promise.resolve(),
    tellAgenciesToStop: () => Promise.resolve({ kind: 'told' }),
    giveVirtualFin: () => Promise.resolve({ kind: 'given' }),
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

describe('the workflow of signature-issuance', () => {
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

  async function run(activities: Activities): Promise<void> {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      taskQueue: 'test',
      workflowBundle: bundle,
      activities,
    });
    await worker.runUntil(
      environment.client.workflow.execute('signatureIssuance', {
        workflowId: `QR-${Math.random().toString(36).slice(2)}`,
        taskQueue: 'test',
        args: [{ caseNumber: 'QR-2026-000001' }],
      }),
    );
  }

  it('R1598/2.7, 2.8: delivers to all four at once, waits as long as the record says, then gives the FIN', async () => {
    const agencies = ['internal-affairs', 'foreign-affairs', 'state-security', 'foreign-intelligence'] as const;
    const answers = [
      { kind: 'deliver', agencies: [...agencies] },
      { kind: 'wait', milliseconds: 3 * DAY_MS },
      { kind: 'decided', outcome: 'approved' },
    ] as const;
    let asked = 0;
    const { activities, calls } = fakes({
      closeTerms: () => Promise.resolve(structuredClone(answers[asked++] ?? answers[2]) as never),
    });
    await run(activities);
    assert.deepEqual(calls, [
      'closeTerms',
      `requestOpinions ${agencies.join()}`,
      'closeTerms',
      'closeTerms',
      'signDocuments',
      'giveVirtualFin',
    ]);
  });

  for (const outcome of ['negative-opinion', 'withdrawn'] as const)
    it(`R1598/2.8: after ${outcome} tells the agencies to stop and gives nothing`, async () => {
      const { activities, calls } = fakes({ closeTerms: () => Promise.resolve({ kind: 'decided', outcome }) });
      await run(activities);
      assert.deepEqual(calls, ['closeTerms', 'tellAgenciesToStop']);
    });

  it('R1598/2.8: asks again for the FIN while the Entry-Exit and Registration system cannot be reached', async () => {
    let tried = 0;
    const { activities } = fakes({
      giveVirtualFin: () => {
        tried += 1;
        return Promise.resolve(tried < 3 ? { kind: 'wait', milliseconds: 60_000 } : { kind: 'given' });
      },
    });
    await run(activities);
    assert.equal(tried, 3);
  });

  it('a short deed that keeps failing goes on as a regular activity until the record answers', async () => {
    let tried = 0;
    const { activities } = fakes({
      closeTerms: () => {
        tried += 1;
        if (tried < 6) throw new Error('the database is away');
        return Promise.resolve({ kind: 'decided', outcome: 'approved' });
      },
    });
    await run(activities);
    assert.equal(tried, 6);
  });
});
