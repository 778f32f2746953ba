import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';

/** A folder of its own for a test file, which the user postgres may enter; gone when the file's tests are over. */
export async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-stack-'));
  await chmod(folder, 0o711);
  // A PostgreSQL that was killed leaves processes that still write for a moment.
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}
