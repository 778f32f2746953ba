import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { StartRefused } from './startRefused.ts';

const run = promisify(execFile);

/** True while a process with this id exists, whoever owns it. A process that has ended but is not yet reaped is gone. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/^\d+ \(.*\) Z/s.test(status);
}

/**
 * The command line of a process, arguments separated by blanks; empty when there is no such process. It tells a part
 * of ours from a stranger who was given the same process id later.
 */
export async function commandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
  } catch {
    const answer = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
  }
}

/** When the process started, in the system's own words: the same words for the same process only. Empty when gone. */
export async function startOf(pid: number): Promise<string> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; the start is the twentieth word after it (proc(5), field 22).
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    const answer = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
    return answer.stdout.trim();
  }
}

/** Waits until the process is gone; false when it still lives after `withinMs`. */
export async function waitForEnd(pid: number, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += 50) {
    if (!(await isAlive(pid))) return true;
    await sleep(50);
  }
  return !(await isAlive(pid));
}

/**
 * Ends a process that an earlier, killed start left behind, if its command line still carries `mark`: the signals in
 * turn, ten seconds for each. Throws StartRefused when it survives them.
 */
export async function endStranded(
  pid: number,
  mark: string,
  signals: readonly NodeJS.Signals[],
  log: (line: string) => void,
): Promise<void> {
  if (!(await commandLine(pid)).includes(mark)) return;
  log(`process ${pid}, left behind by a start that was killed, is stopped first`);
  for (const signal of signals) {
    process.kill(pid, signal);
    if (await waitForEnd(pid, 10_000)) return;
  }
  throw new StartRefused(`Process ${pid}, left behind by an earlier start, does not stop: end it by hand.`);
}
