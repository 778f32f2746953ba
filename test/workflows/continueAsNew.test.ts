import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { WorkflowNotFoundError } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Activities } from '../../activities/index.ts';
import { findTemporal } from '../../stack/temporal.ts';
import { fakes } from './environment.ts';

const ROOT = join(import.meta.dirname, '..', '..');
/** The history at which Temporal suggests to begin anew; in life it is 4,096 events. */
const SUGGESTED_AT = 200;
const WAKES = 90;
const BURSTS = 4;
const AT_ONCE = 50;
/** What one wake, alone, adds to a history at least, and to one that is about to begin anew at most. */
const [A_WAKE, LAST_WAKE] = [6, 20];
const MONTH_MS = 30 * 24 * 3_600_000;

describe('a workflow that waits for months, with hundreds of wakes', () => {
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

  /**
   * Wakes a workflow again and again, each time after the last wake was heard, then in bursts, and ends what it waits for;
   * the lengths of its runs. Of a lost wake it would hear nothing for a month.
   */
  const live = async (
    procedure: 'signatureIssuance' | 'contractCopies',
    activities: Activities,
    record: { asked: number; over: boolean },
  ): Promise<number[]> => {
    const { client, nativeConnection: connection } = environment;
    const worker = await Worker.create({ connection, taskQueue: 'test', workflowBundle, activities });
    const workflowId = `QR-${randomUUID()}`;
    const wake = () => client.workflow.getHandle(workflowId).signal('wake');
    const isAskedAfter = async (before: number) => {
      while (record.asked === before) await new Promise((resolve) => setTimeout(resolve, 2));
    };
    return worker.runUntil(async () => {
      await client.workflow.start(procedure, { workflowId, taskQueue: 'test', args: [{ caseNumber: workflowId }] });
      await isAskedAfter(0);
      for (let wakes = 0; wakes < WAKES; wakes += 1) {
        const before = record.asked;
        await wake();
        await isAskedAfter(before);
      }
      for (let burst = 0; burst < BURSTS; burst += 1) await Promise.all(Array.from({ length: AT_ONCE }, wake));
      record.over = true;
      // A wake of the last burst may have been heard after that: then it has ended already.
      await wake().catch((fault: unknown) => {
        if (!(fault instanceof WorkflowNotFoundError)) throw fault;
      });
      await client.workflow.getHandle(workflowId).result();
      const lengths: number[] = [];
      const query = `WorkflowId = '${workflowId}'`;
      for await (const { historyLength } of client.workflow.list({ query })) lengths.push(historyLength);
      return lengths;
    });
  };

  const wait = { kind: 'wait', milliseconds: MONTH_MS } as const;
  const waits: {
    what: string;
    procedure: 'signatureIssuance' | 'contractCopies';
    answering: (ask: () => boolean) => Partial<Activities>;
  }[] = [
    {
      what: 'a case whose applicant books no appointment (R1598/2.12)',
      procedure: 'signatureIssuance',
      answering: (isOver) => ({
        watchTerms: () => Promise.resolve({ stage: isOver() ? 'ended' : 'identity', milliseconds: MONTH_MS }),
      }),
    },
    {
      what: 'a case whose applicant mends nothing (R1598/2.9)',
      procedure: 'signatureIssuance',
      answering: (isOver) => ({ askCentre: () => Promise.resolve(isOver() ? { kind: 'over' } : wait) }),
    },
    {
      what: 'a case whose things nobody brings back (R1598/2.13)',
      procedure: 'signatureIssuance',
      answering: (isOver) => ({ askUnwinding: () => Promise.resolve(isOver() ? { kind: 'over' } : wait) }),
    },
    {
      what: 'a bundle that collects (R1598/2.16)',
      procedure: 'contractCopies',
      answering: (isOver) => ({
        watchTerms: () => Promise.resolve({ stage: isOver() ? 'ended' : 'collecting', milliseconds: MONTH_MS }),
      }),
    },
  ];
  for (const { what, procedure, answering } of waits)
    it(`D2, D16: ${what} begins anew before its history grows, hears every wake, and ends`, async () => {
      const record = { asked: 0, over: false };
      const { activities } = fakes(
        answering(() => {
          record.asked += 1;
          return record.over;
        }),
      );
      const lengths = await live(procedure, activities, record);
      // While wakes pour in, Temporal lets no run end: a burst lengthens one, and wakes that come alone do not.
      const orderly = lengths.filter((length) => length <= SUGGESTED_AT + LAST_WAKE);
      assert.ok(orderly.length > (WAKES * A_WAKE) / SUGGESTED_AT, lengths.join());
    });
});
