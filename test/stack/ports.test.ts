import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { portsFrom } from '../../stack/installation.ts';
import { assertPortFree, freePort, holdBlock, PortInUse } from '../../stack/ports.ts';

test('a port that something listens on is refused in one sentence that names port and part', async () => {
  const port = await freePort();
  await assertPortFree(port, 'API');
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  try {
    await assert.rejects(assertPortFree(port, 'API'), (fault: Error) => {
      assert.ok(fault instanceof PortInUse);
      assert.equal(
        fault.message,
        `Port ${port} (API) is in use by another program: stop that program or choose another port.`,
      );
      return true;
    });
  } finally {
    server.close();
  }
});

test('installations that choose their ports at one time choose none of one another, though nobody listens on them yet', async () => {
  const blocks = await Promise.all(Array.from({ length: 60 }, () => holdBlock()));
  const ports = blocks.flatMap(({ first }) => Object.values(portsFrom(first)).flat());
  await Promise.all(blocks.map((block) => block.release()));
  assert.equal(new Set(ports).size, ports.length);
});
