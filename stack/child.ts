import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** A started part: its process, a promise of its exit code (128 + n when signal n ended it), and an orderly stop. */
export type Part = { name: string; pid: number; exited: Promise<number>; stop(): Promise<void> };

export type Log = (line: string) => void;

export type Program = {
  name: string;
  command: string;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  log: Log;
  /** Asked for first; after `patienceMs` the whole process group gets `lastSignal`. */
  firstSignal?: NodeJS.Signals;
  lastSignal?: NodeJS.Signals;
  patienceMs?: number;
  uid?: number;
  gid?: number;
  withChannel?: boolean;
};

const SIGNAL_NUMBERS: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 2, SIGQUIT: 3, SIGKILL: 9, SIGTERM: 15 };

/** A process that ends without having stopped its parts (an uncaught fault, an early exit) takes them with it. */
const running = new Map<ChildProcess, NodeJS.Signals>();
process.once('exit', () => {
  for (const [child, signal] of running) child.kill(signal);
});

/**
 * Starts a program as a part: in a process group of its own, so that Ctrl-C reaches it only through `stop`, with each
 * line it prints given to `log`. Throws when the program cannot be started.
 */
export async function spawnProgram(program: Program): Promise<Part> {
  const { name, command, args, env, log, uid, gid } = program;
  const child = spawn(command, args, {
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', ...(program.withChannel ? (['ipc'] as const) : [])],
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  });
  const exited = exitOf(child);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  running.set(child, program.firstSignal ?? 'SIGTERM');
  void exited.then(() => running.delete(child));
  child.on('error', (fault) => log(`${name}: ${fault.message}`));
  passLines(child.stdout, log);
  passLines(child.stderr, log);
  const pid = child.pid ?? 0;
  return { name, pid, exited, stop: () => stop(child, program, exited) };
}

/**
 * Starts one of our own entry points (`args`: file, then its arguments) under this Node. The child ends by itself, in
 * order, when this process dies, however it dies.
 */
export function spawnPart(name: string, args: readonly string[], env: NodeJS.ProcessEnv, log: Log): Promise<Part> {
  const preload = new URL('./endWithParent.ts', import.meta.url).href;
  return spawnProgram({
    name,
    command: process.execPath,
    args: ['--import', preload, ...args],
    env,
    log,
    patienceMs: 8_000,
    withChannel: true,
  });
}

function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? 128 + (SIGNAL_NUMBERS[signal ?? 'SIGTERM'] ?? 0)));
  });
}

function passLines(stream: Readable | null, log: Log): void {
  if (stream === null) return;
  createInterface({ input: stream, crlfDelay: Infinity }).on('line', log);
}

async function stop(child: ChildProcess, program: Program, exited: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill(program.firstSignal ?? 'SIGTERM');
  const timer = setTimeout(() => killGroup(child, program.lastSignal ?? 'SIGKILL'), program.patienceMs ?? 5_000);
  await exited;
  clearTimeout(timer);
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Gone in the meantime: what was wanted.
  }
}
