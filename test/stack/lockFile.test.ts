import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { takeLock } from '../../stack/lockFile.ts';
import { startOf } from '../../stack/processes.ts';
import { ownFolder } from './folders.ts';

const folder = await ownFolder();

test('a lock is held by one, and is free again when released', async () => {
  const path = join(folder, 'one');
  const release = await takeLock(path);
  assert.ok(release);
  assert.equal(await takeLock(path), null);
  await release();
  const again = await takeLock(path);
  assert.ok(again);
  await again();
});

test('a lock whose process is dead is taken over', async () => {
  const path = join(folder, 'dead');
  const child = spawn('true');
  await once(child, 'exit');
  await writeFile(path, JSON.stringify({ pid: child.pid, started: '1' }));
  const release = await takeLock(path);
  assert.ok(release);
  await release();
});

test('a lock whose process id now belongs to a later process is taken over', async () => {
  const path = join(folder, 'recycled');
  await writeFile(path, JSON.stringify({ pid: process.pid, started: `${await startOf(process.pid)}0` }));
  const release = await takeLock(path);
  assert.ok(release);
  await release();
});

test('of six that want a stale lock at once, one gets it, and nothing is left beside it', async () => {
  const path = join(folder, 'race');
  await writeFile(path, 'not even JSON');
  const script = `
    const { takeLock } = await import(${JSON.stringify(new URL('../../stack/lockFile.ts', import.meta.url).href)});
    process.stdout.write((await takeLock(process.argv[1])) === null ? 'refused' : 'got it');
    process.stdin.once('data', () => process.exit(0));`;
  const children = Array.from({ length: 6 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', script, path]),
  );
  const answers = await Promise.all(
    children.map(async ({ stdout }) => {
      const [said] = (await once(stdout, 'data')) as [Buffer];
      return said.toString();
    }),
  );
  for (const child of children) child.stdin.write('end');
  await Promise.all(children.map((child) => once(child, 'exit')));
  assert.equal(answers.filter((answer) => answer === 'got it').length, 1);
  assert.deepEqual(
    (await readdir(folder)).filter((name) => name.startsWith('race.')),
    [],
  );
});
