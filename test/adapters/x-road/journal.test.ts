import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { z } from 'zod';
import { openJournal } from '../../../adapters/x-road/journal.ts';

const schema = z.object({ kind: z.literal('said'), word: z.string() });

test('a journal keeps its entries over a restart, and a line torn by a crash costs only itself', (t) => {
  const home = mkdtempSync(join(tmpdir(), 'mohlet-journal-'));
  t.after(() => {
    rmSync(home, { recursive: true });
  });
  const file = join(home, 'deep', 'journal.jsonl');
  const first = openJournal(file, schema);
  first.write({ kind: 'said', word: 'bir' });
  first.close();
  appendFileSync(file, '{"at":"2026-03-19T06:00:00.000Z","kind":"sa');
  const second = openJournal(file, schema);
  second.write({ kind: 'said', word: 'iki' });
  const entries = second.read();
  second.close();
  assert.deepEqual(
    entries.map(({ word }) => word),
    ['bir', 'iki'],
  );
  for (const { at } of entries) assert.equal(new Date(at).toISOString(), at);
});
