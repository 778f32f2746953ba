import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { freePort, PortInUse } from '../../stack/ports.ts';
import { startPostgres } from '../../stack/postgres.ts';
import { postgresUser } from '../../stack/postgresBinaries.ts';
import { isAlive } from '../../stack/processes.ts';
import { StartRefused } from '../../stack/startRefused.ts';
import { ownFolder } from './folders.ts';
import { startAndKill } from './startAndKill.ts';

const folder = await ownFolder();
const dataDirectory = join(folder, 'postgres');
const start = async (log: string[] = [], password = 'secret') =>
  startPostgres({ dataDirectory, port: await freePort(), password, log: (line) => log.push(line) });

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(statement);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

test('a server is made, keeps what was committed over a stop, and commits to disk', async () => {
  const first = await start();
  await ask(first.adminUrl, `CREATE TABLE kept AS SELECT 'ə' AS letter`);
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    assert.equal(await ask(first.adminUrl, `SHOW ${name}`), 'on');
  }
  assert.equal(await ask(first.adminUrl, 'SHOW listen_addresses'), '127.0.0.1');
  assert.equal(await ask(first.adminUrl, 'SHOW max_connections'), '120');
  await first.stop();
  assert.equal(await isAlive(first.pid), false);
  const second = await start();
  assert.equal(await ask(second.adminUrl, 'SELECT letter FROM kept'), 'ə');
  await second.stop();
});

test('rows quoted by the errors of the server do not reach its log', async () => {
  const log: string[] = [];
  const server = await start(log);
  await ask(server.adminUrl, 'CREATE TABLE person (passport text UNIQUE)');
  await ask(server.adminUrl, `INSERT INTO person VALUES ('P1234567')`);
  await assert.rejects(ask(server.adminUrl, `INSERT INTO person VALUES ('P1234567')`));
  await server.stop();
  assert.ok(log.some((line) => line.includes('duplicate key')));
  assert.ok(!log.some((line) => line.includes('P1234567')));
});

test('a server left by a killed start is stopped, and its commits are there', async () => {
  const left = await startAndKill('killed.ts', 'postgres', dataDirectory, String(await freePort()));
  assert.equal(await isAlive(left), true);
  const log: string[] = [];
  const server = await start(log);
  assert.equal(await isAlive(left), false);
  assert.ok(log.some((line) => line.includes(`process ${left}`)));
  assert.equal(await ask(server.adminUrl, 'SELECT letter FROM kept'), 'ə');
  await server.stop();
});

test('after the start and the server are killed, commits are there', async () => {
  const port = await freePort();
  const pid = await startAndKill('killed.ts', 'postgres', dataDirectory, String(port));
  const url = `postgres://postgres:secret@127.0.0.1:${port}/postgres`;
  await ask(url, 'CREATE TABLE just_before AS SELECT 1 AS one');
  process.kill(pid, 'SIGKILL');
  const server = await start();
  assert.equal(await ask(server.adminUrl, 'SELECT one FROM just_before'), 1);
  await server.stop();
});

test('a stale pid file that names a stranger of today stops neither the start nor the stranger', async () => {
  const stranger = spawn('sleep', ['60'], { ...(await postgresUser()) });
  await once(stranger, 'spawn');
  await writeFile(join(dataDirectory, 'postmaster.pid'), `${stranger.pid}\n${dataDirectory}\n1\n1\n`);
  const server = await start();
  await server.stop();
  assert.equal(await isAlive(stranger.pid ?? 0), true);
  stranger.kill();
  await once(stranger, 'exit');
});

test('a port in use, a wrong password and a folder of others are each one sentence', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as { port: number };
  const log = () => undefined;
  await assert.rejects(startPostgres({ dataDirectory, port, password: 'secret', log }), PortInUse);
  busy.close();
  await assert.rejects(start([], 'wrong'), (fault) => fault instanceof StartRefused && /password/.test(fault.message));
  const foreign = join(folder, 'foreign');
  await mkdir(foreign);
  await writeFile(join(foreign, 'thesis.doc'), '');
  await assert.rejects(
    startPostgres({ dataDirectory: foreign, port: await freePort(), password: 'secret', log }),
    (fault) => fault instanceof StartRefused && /no PostgreSQL data/.test(fault.message),
  );
});
