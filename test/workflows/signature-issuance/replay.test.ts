import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';

const HISTORIES = join(import.meta.dirname, '..', '..', 'replay');
const WORKFLOWS = join(import.meta.dirname, '..', '..', '..', 'workflows', 'index.ts');

describe('recorded complete histories of signature-issuance', () => {
  const files = readdirSync(HISTORIES).filter((file) => file.endsWith('.json'));

  it('there is one of every ending', () => {
    const endings = ['early', 'negative', 'silent', 'withdrawn'];
    assert.deepEqual(
      files.sort(),
      endings.map((ending) => `signature-issuance.${ending}.json`),
    );
  });

  it('replay without a difference on the workflow code of today', async () => {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const workflowBundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') });
    const histories = files.map((file) => ({
      workflowId: file,
      history: JSON.parse(readFileSync(join(HISTORIES, file), 'utf8')) as object,
    }));
    const failed: string[] = [];
    for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle }, histories))
      if (error !== undefined) failed.push(`${workflowId}: ${error.message}`);
    assert.deepEqual(failed, []);
  });
});
