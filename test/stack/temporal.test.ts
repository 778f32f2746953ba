import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { Client, Connection } from '@temporalio/client';
import { freePort, PortInUse } from '../../stack/ports.ts';
import { isAlive } from '../../stack/processes.ts';
import { findTemporal, startTemporal } from '../../stack/temporal.ts';
import { ownFolder } from './folders.ts';
import { startAndKill } from './startAndKill.ts';

const folder = await ownFolder();
const databaseFile = join(folder, 'temporal.db');
const binary =
  process.env['MOHLET_TEST_TEMPORAL'] ??
  (await findTemporal(join(import.meta.dirname, '..', '..', '.mohlet', 'bin'), (line) => console.error(line)));
const start = async () => startTemporal({ binary, databaseFile, port: await freePort(), log: () => undefined });

async function withClient<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address });
  try {
    return await work(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

test('cases are kept over a stop and over a kill of everything; nothing runs after the stop', async () => {
  const first = await start();
  await withClient(first.address, (client) =>
    client.workflow.start('anything', { taskQueue: 'nobody', workflowId: 'A-1' }),
  );
  await first.stop();
  assert.equal(await isAlive(first.pid), false);
  const left = await startAndKill('killed.ts', 'temporal', databaseFile, String(await freePort()), binary);
  const second = await start();
  assert.equal(await isAlive(left), false);
  process.kill(second.pid, 'SIGKILL');
  const third = await start();
  const status = await withClient(third.address, (client) => client.workflow.getHandle('A-1').describe());
  assert.equal(status.status.name, 'RUNNING');
  await third.stop();
  assert.equal(await isAlive(third.pid), false);
});

test('a port in use is refused in a sentence', async () => {
  const busy = createServer().listen(0, '127.0.0.1');
  await once(busy, 'listening');
  const { port } = busy.address() as { port: number };
  await assert.rejects(startTemporal({ binary, databaseFile, port, log: () => undefined }), PortInUse);
  busy.close();
});
