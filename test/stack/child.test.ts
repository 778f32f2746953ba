import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { spawnPart, spawnProgram } from '../../stack/child.ts';
import { isAlive, waitForEnd } from '../../stack/processes.ts';
import { startAndKill } from './startAndKill.ts';

const PART = join(import.meta.dirname, 'started', 'part.ts');

async function startPart(how: string) {
  const lines: string[] = [];
  const { promise: up, resolve } = Promise.withResolvers<void>();
  const part = await spawnPart('part', [PART, how], process.env, (line) => {
    lines.push(line);
    resolve();
  });
  return { part, lines, up };
}

test('a part passes its lines on, ends in order when stopped, and says with which code', async () => {
  const { part, lines, up } = await startPart('orderly');
  await up;
  await part.stop();
  assert.equal(await part.exited, 7);
  assert.deepEqual(lines, ['up', 'ended in order']);
  assert.equal(await isAlive(part.pid), false);
  await part.stop();
});

test('a program that ignores the first signal is ended by the last one', async () => {
  const { promise: up, resolve } = Promise.withResolvers<void>();
  const part = await spawnProgram({
    name: 'stubborn',
    command: process.execPath,
    args: [PART, 'stubborn'],
    env: process.env,
    log: () => resolve(),
    patienceMs: 200,
  });
  await up;
  await part.stop();
  assert.equal(await part.exited, 128 + 9);
});

test('a part that ends by itself gives its exit code', async () => {
  const { part } = await startPart('failing');
  assert.equal(await part.exited, 3);
});

test('a program that is not there is a fault at once', async () => {
  const program = { name: 'none', command: '/no/such/program', args: [], env: {}, log: () => undefined };
  await assert.rejects(spawnProgram(program), { code: 'ENOENT' });
});

test('a process that fails without stopping its parts takes them with it', async () => {
  const program = new URL('../../stack/child.ts', import.meta.url).href;
  const script = `
    const { spawnProgram } = await import(${JSON.stringify(program)});
    const part = await spawnProgram({ name: 'sleep', command: 'sleep', args: ['60'], env: process.env, log: () => {} });
    process.stdout.write(String(part.pid));
    setTimeout(() => { throw new Error('not caught'); }, 50);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  await once(parent, 'exit');
  assert.equal(await waitForEnd(Number(said.toString()), 5_000), true);
});

test('a part ends when the process that started it is killed', async () => {
  const pid = await startAndKill('parent.ts');
  assert.equal(await waitForEnd(pid, 15_000), true);
});
