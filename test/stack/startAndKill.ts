import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Runs a file of `started/`, waits for the process id it says, kills it (-9) and answers that id. */
export async function startAndKill(file: string, ...args: string[]): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'started', file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  let said: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    said = Number(line);
    child.kill('SIGKILL');
  }
  await exited;
  if (said === undefined) throw new Error(`${file} ended before it said a process id`);
  return said;
}
