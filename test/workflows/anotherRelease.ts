import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
/** What a worker is made of. */
const PROGRAM = [
  'activities',
  'adapters',
  'api',
  'cases',
  'config',
  'law',
  'package.json',
  'prisma',
  'proof',
  'stack',
  'temporal.config.ts',
  'workers',
  'workflows',
];

/** One change of a file of the program: the text that goes, and the text that comes in its place. */
export type Change = { file: string; from: string; to: string };

/**
 * Copies the program into a folder of its own and changes it there: another release, whose worker is run like this one's.
 * Throws where a text to be changed is not there exactly once, so that no release is the same by oversight.
 */
export async function anotherRelease(changes: readonly Change[]): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-release-'));
  for (const part of PROGRAM) await cp(join(ROOT, part), join(folder, part), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, from, to } of changes) {
    const before = await readFile(join(folder, file), 'utf8');
    if (before.split(from).length !== 2) throw new Error(`not once in ${file}: ${from}`);
    await writeFile(
      join(folder, file),
      before.replace(from, () => to),
    );
  }
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
