import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Portal, portal } from '../../demo/portal.ts';
import { makeFiles } from '../../demo/makeFiles.ts';
import { bringUp, type Stack, type Wanted } from '../../stack/bringUp.ts';
import { holdBlock } from '../../stack/ports.ts';
import { CLOCK_START } from './postgres.ts';

/** What is waited for comes within a second or two; a machine that does much else besides takes its time. */
const PATIENCE_MS = 120_000;

const ROOT = join(import.meta.dirname, '..', '..');

/** A whole rehearsal installation in a folder of its own, with its operator's token and files to apply with. */
export type TestStack = {
  stack: Stack;
  home: string;
  portal: Portal;
  operator: string;
  auditor: string;
  files: { 'identity-document': string; photograph: string };
  powerOfAttorney: string;
  lines: string[];
  forward(to: string): Promise<void>;
  freeze(at: string): Promise<void>;
  /** Tells an agency's simulator how to behave. */
  agency(at: number, behaviour: unknown): Promise<void>;
  stop(): Promise<void>;
};

/** Brings up a whole stack for a test; its clock starts on Monday 16 March 2026, 09:00 in Baku. */
export async function startTestStack(wanted: Partial<Wanted> = {}): Promise<TestStack> {
  const home = wanted.home ?? (await mkdtemp(join(tmpdir(), 'mohlet-stack-')));
  await chmod(home, 0o755);
  const block = wanted.port === undefined ? await holdBlock() : null;
  const port = wanted.port ?? block?.first ?? NaN;
  const lines: string[] = [];
  const stack = await bringUp({
    home,
    port,
    clockStart: CLOCK_START,
    cache: binaries(),
    say: (line) => lines.push(line),
    log: (line) => lines.push(line),
    ...wanted,
  });
  const people = portal(`http://127.0.0.1:${stack.ports.api}`);
  const made = await makeFiles(join(home, 'demo-files'));
  const operator = await token(home, 'operator');
  const move = async (json: unknown) => {
    const { status, body } = await people.asOfficial(operator, 'POST', '/api/v1/clock', json);
    if (status !== 200) throw new Error(`the clock was not moved: ${JSON.stringify(body)}`);
  };
  return {
    stack,
    home,
    portal: people,
    operator,
    auditor: await token(home, 'auditor'),
    files: { 'identity-document': made.identityDocument, photograph: made.photograph },
    powerOfAttorney: made.powerOfAttorney,
    lines,
    forward: (to) => move({ forwardTo: to }),
    freeze: (at) => move({ freezeAt: at }),
    agency: async (at, behaviour) => {
      const answer = await fetch(`http://127.0.0.1:${stack.ports.agencies[at] ?? 0}/control/behaviour`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(behaviour),
      });
      if (!answer.ok) throw new Error(`the simulator refused: ${await answer.text()}`);
    },
    stop: async () => {
      await stack.stop();
      await block?.release();
      if (wanted.home === undefined) await rm(home, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** Waits until `look` finds something, machine time; throws, saying what was waited for, after two minutes. */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited in vain for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function token(home: string, role: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(ROOT, 'commands', 'token.ts'), role], {
    env: { ...process.env, MOHLET_HOME: home },
  });
  return stdout.trim();
}

function binaries(): string {
  const given = process.env['MOHLET_TEST_TEMPORAL'];
  return given === undefined ? join(ROOT, '.mohlet', 'bin') : dirname(given);
}
