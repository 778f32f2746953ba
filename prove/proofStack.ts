import { createWriteStream } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { openDatabase, statements, type Tx } from '../cases/record/database.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import { openRecord } from '../config/open.ts';
import { startTestStack, type TestStack } from '../test/support/stack.ts';
import type { Wanted } from '../stack/bringUp.ts';

/** Says one line of progress. */
export type Say = (line: string) => void;

/** A whole stack of a proof's own: with the record for deeds done in this process, and the database as its owner. */
export type ProofStack = TestStack & { record: CaseRecord; owner: Tx };

/** Brings up a stack in a new folder; what it logs goes to a file there, and `stop` removes all of it. */
export async function openProofStack(wanted: Partial<Wanted> = {}): Promise<ProofStack> {
  const home = await mkdtemp(join(tmpdir(), 'mohlet-prove-'));
  await chmod(home, 0o755);
  const log = createWriteStream(join(home, 'mohlet.log'));
  const remove = async () => {
    log.end();
    await finished(log);
    await rm(home, { recursive: true, force: true });
  };
  try {
    const test = await startTestStack({ home, log: (line) => log.write(`${line}\n`), ...wanted });
    const record = await openRecord(test.stack.env);
    const owners = openDatabase(test.stack.env['MOHLET_OWNER_DATABASE_URL'] ?? '', { ordinary: 4, urgent: 1 });
    return {
      ...test,
      record,
      owner: statements(owners.ordinary),
      stop: async () => {
        await Promise.all([record.database.close(), owners.close()]);
        await test.stop();
        await remove();
      },
    };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

/** Does something to each item, so many at once; the order of the answers is the order of the items. */
export async function inLanes<T, R>(items: readonly T[], lanes: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < items.length; at = next++) answers[at] = await act(items[at] as T);
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
  return answers;
}
