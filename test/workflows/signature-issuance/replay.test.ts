import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { anotherRelease } from '../anotherRelease.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const HISTORIES = join(ROOT, 'test', 'replay');
const MOST_EVENTS = 150;
const UNHANDLED = 'WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND';

type RecordedEvent = { eventType: string; workflowTaskFailedEventAttributes?: { cause: string } };

/** Of the release whose workflow ended with the virtual FIN: they must replay for as long as such a case may be open. */
const FORMER = ['early', 'negative', 'silent', 'withdrawn'].map((ending) => `signature-issuance.${ending}.json`);
const WHOLE = ['issued-asan', 'issued-e-imza', 'mismatch', 'withdrawn-at-the-mission'].map(
  (ending) => `signature-issuance.${ending}.json`,
);
const BUNDLE = 'contract-copies.home.json';

describe('recorded complete histories', () => {
  const files = readdirSync(HISTORIES).filter((file) => file.endsWith('.json'));
  const histories = files.map((file) => ({
    workflowId: file,
    history: JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as { events: RecordedEvent[] },
  }));
  before(() => Runtime.install({ logger: new DefaultLogger('ERROR') }));

  /** Those that do not replay on the workflow code of a folder, with the fault's own words. */
  const failing = async (workflows: string): Promise<string[]> => {
    const workflowBundle = await bundleWorkflowCode({
      workflowsPath: join(workflows, 'index.ts'),
      logger: new DefaultLogger('ERROR'),
    });
    const failed: string[] = [];
    for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories))
      if (error !== undefined) failed.push(workflowId);
    return failed.sort();
  };

  it('there is one of every ending, of the former release and of this', () => {
    assert.deepEqual(files.sort(), [...FORMER, ...WHOLE, BUNDLE].sort());
  });

  it('R1598/2.6-5.4: a whole issuance, its unwinding or a bundle’s way home has at most 150 events', () => {
    for (const { workflowId, history } of histories)
      assert.ok(history.events.length <= MOST_EVENTS, `${workflowId} has ${history.events.length} events`);
  });

  it('each ran to its end; a workflow task failed only where a wake came while it ended', () => {
    for (const { workflowId, history } of histories) {
      assert.equal(history.events.at(-1)?.eventType, 'EVENT_TYPE_WORKFLOW_EXECUTION_COMPLETED', workflowId);
      for (const { workflowTaskFailedEventAttributes: failed } of history.events)
        assert.equal(failed?.cause ?? UNHANDLED, UNHANDLED, workflowId);
    }
  });

  it('replay without a difference on the workflow code of today', async () => {
    assert.deepEqual(await failing(join(ROOT, 'workflows')), []);
  });

  it('would not replay on code that was changed without patched(): the whole ones are told, the former are not touched', async () => {
    const from = 'await inviteApplicant(caseNumber, wakes);';
    const changed = await anotherRelease([
      {
        file: 'workflows/signature-issuance/procedure.ts',
        from,
        to: `await tellAgenciesToStop(caseNumber, wakes); ${from}`,
      },
    ]);
    assert.deepEqual(await failing(join(changed.folder, 'workflows')), WHOLE);
    await changed.remove();
  });
});
