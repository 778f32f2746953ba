import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDataFolder, StartRefused } from '../../stack/dataFolder.ts';
import { ownFolder } from './folders.ts';

const folder = await ownFolder();

function refused(words: RegExp) {
  return (fault: unknown) => fault instanceof StartRefused && words.test(fault.message) && !/\n/.test(fault.message);
}

async function made(name: string, files: Record<string, string>): Promise<string> {
  const home = join(folder, name);
  await mkdir(home);
  for (const [file, content] of Object.entries(files)) await writeFile(join(home, file), content);
  return home;
}

const marker = (format: number, complete: boolean) =>
  JSON.stringify({ format, createdAt: '2026-11-22T00:00:00.000Z', complete });

test('a folder is made, passable to PostgreSQL but not to be listed, and kept over a second start', async () => {
  const home = join(folder, 'fresh');
  const first = await openDataFolder(home);
  assert.equal((await stat(home)).mode & 0o777, 0o711);
  await writeFile(join(home, 'data'), 'worth keeping');
  await first.complete();
  await first.close();
  const said: string[] = [];
  const second = await openDataFolder(home, { say: (line) => said.push(line) });
  assert.equal(await readFile(join(home, 'data'), 'utf8'), 'worth keeping');
  assert.deepEqual(said, []);
  await second.close();
});

test('a folder in use by a running installation is refused, and stays in use', async () => {
  const home = join(folder, 'busy');
  const first = await openDataFolder(home);
  await assert.rejects(openDataFolder(home), refused(/already running/));
  await assert.rejects(openDataFolder(home), refused(/already running/));
  await first.close();
});

test('what a first start left that never completed is removed, and said; fetched programs and the log stay', async () => {
  const home = await made('half', { 'mohlet.json': marker(1, false), 'mohlet.log': 'lines', secret: 'half a key' });
  await mkdir(join(home, 'bin'));
  const said: string[] = [];
  const opened = await openDataFolder(home, { say: (line) => said.push(line) });
  assert.equal(existsSync(join(home, 'secret')), false);
  assert.equal(existsSync(join(home, 'mohlet.log')) && existsSync(join(home, 'bin')), true);
  assert.match(said.join(), /never completed/);
  await opened.close();
});

test('a folder with the files of others is refused and left as it was', async () => {
  const home = await made('foreign', { 'thesis.doc': 'years of work' });
  await assert.rejects(openDataFolder(home), refused(/not Mohlet's \(thesis\.doc\)/));
  assert.equal(await readFile(join(home, 'thesis.doc'), 'utf8'), 'years of work');
  assert.equal(existsSync(join(home, 'mohlet.lock')), false);
});

test('data of a newer format, half-made or not, are refused and left', async () => {
  const home = await made('newer', { 'mohlet.json': marker(2, false), data: 'of the future' });
  await assert.rejects(openDataFolder(home), refused(/newer version/));
  assert.equal(existsSync(join(home, 'data')), true);
});

test('a damaged marker is refused', async () => {
  const home = await made('damaged', { 'mohlet.json': '{"format":' });
  await assert.rejects(openDataFolder(home), refused(/damaged/));
});

test('a disk without room is refused before anything is made', async () => {
  const home = join(folder, 'full');
  await assert.rejects(openDataFolder(home, { minimumFreeBytes: Number.MAX_SAFE_INTEGER }), refused(/full/));
  assert.equal(existsSync(join(home, 'mohlet.json')), false);
});

test('a file where the folder should be is refused', async () => {
  await writeFile(join(folder, 'file'), '');
  await assert.rejects(openDataFolder(join(folder, 'file')), refused(/cannot be written as a folder/));
});
