import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import test, { type TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import type { CentreBehaviour } from '../../../adapters/certification-centres/behaviour.ts';
import { certificationCentres } from '../../../adapters/certification-centres/client.ts';
import { receiveCentreAnswer } from '../../../adapters/certification-centres/receive.ts';
import type { ReceivedCentreAnswer } from '../../../adapters/certification-centres/receive.ts';
import { startCentreSimulator } from '../../../adapters/certification-centres/simulator.ts';
import { makeTestAuthority } from '../../../adapters/certification-centres/test-authority/makeAuthority.ts';
import { contracts } from '../../../adapters/documents/contract.ts';
import type { CentreApplication } from '../../../adapters/ports.ts';
import { makeSecurityServerPki } from '../../../adapters/x-road/certificates.ts';
import { CENTRE_SUBSYSTEMS, OUR_SUBSYSTEM } from '../../../adapters/x-road/members.ts';
import { FACTS } from '../../proof/signedContract.ts';

/** Our listener on a real TLS socket, the E-imza Centre's simulator, and our client; `statuses` are answered in turn. */
async function startParties(t: TestContext, behaviour?: CentreBehaviour) {
  const home = await mkdtemp(join(tmpdir(), 'mohlet-centre-'));
  const pki = await makeSecurityServerPki(join(home, 'pki'));
  await makeTestAuthority(join(home, 'authority'));
  const servers = [{ fingerprint: pki.centres['e-imza'].fingerprint, members: [CENTRE_SUBSYSTEMS['e-imza']] }];
  const received: ReceivedCentreAnswer[] = [];
  const statuses: number[] = [];
  const { cert, key } = pki.provider;
  const listener = createServer(
    { cert, key, ca: pki.ca, requestCert: true, rejectUnauthorized: false },
    (request, response) => {
      void buffer(request).then((body) => {
        const socket = request.socket as TLSSocket;
        const fingerprint = socket.getPeerX509Certificate()?.fingerprint256 ?? null;
        const clientCertificate = { fingerprint, authorized: socket.authorized };
        received.push(receiveCentreAnswer({ clientCertificate, headers: request.rawHeaders, body, servers }));
        response.writeHead(statuses.shift() ?? 200).end('{}');
        listener.emit('received');
      });
    },
  ).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const start = (port: number) =>
    startCentreSimulator({
      centre: 'e-imza',
      port,
      providerUrl: `https://127.0.0.1:${(listener.address() as AddressInfo).port}`,
      clientCert: pki.centres['e-imza'].cert,
      clientKey: pki.centres['e-imza'].key,
      ca: pki.ca,
      authorityFolder: join(home, 'authority'),
      journalFile: join(home, 'e-imza.jsonl'),
      ...(behaviour !== undefined && { behaviour }),
    });
  let centre = await start(0);
  t.after(async () => {
    await centre.stop();
    listener.closeAllConnections();
    listener.close();
    await rm(home, { recursive: true });
  });
  const at = { base: centre.url, subsystem: CENTRE_SUBSYSTEMS['e-imza'] };
  return {
    received,
    statuses,
    client: certificationCentres({ client: OUR_SUBSYSTEM, timeoutMs: 60_000, centres: { 'e-imza': at, asan: at } }),
    until: async (count: number) => {
      while (received.length < count) await once(listener, 'received');
    },
    journal: async () =>
      (await (await fetch(`${centre.url}/control/journal`)).json()) as { kind: string; serial?: string }[],
    restart: async () => {
      await centre.stop();
      centre = await start(Number(new URL(centre.url).port));
    },
  };
}

async function application(): Promise<CentreApplication> {
  return {
    centre: 'e-imza',
    messageId: randomUUID(),
    caseNumber: FACTS.caseNumber,
    round: 1,
    sentAt: FACTS.registeredAt,
    virtualFin: FACTS.virtualFin,
    application: { use: 'personal', applicant: { surname: 'Əliyev', givenName: 'Çingiz' } },
    documents: [],
    contract: await contracts().draw(FACTS),
  };
}

test('R1598/2.9: a Centre takes an application and issues; a repeat of the message makes no second certificate', async (t) => {
  const parties = await startParties(t);
  const sent = await application();
  assert.deepEqual(await parties.client.sendApplication(sent), { kind: 'acknowledged' });
  assert.deepEqual(await parties.client.sendApplication(sent), { kind: 'acknowledged' });
  await parties.until(2);
  const [first, second] = parties.received;
  assert.deepEqual(second, first, 'a repeat gets the first answer again, byte for byte');
  assert.equal(first?.kind === 'answer' && first.answer.kind, 'issue');
  assert.equal(first?.kind === 'answer' && first.answer.answers, sent.messageId);
  const planned = (await parties.journal()).filter(({ kind }) => kind === 'answer-planned');
  assert.equal(planned.length, 1);

  const stop = { centre: 'e-imza', messageId: randomUUID(), caseNumber: sent.caseNumber, why: 'withdrawn' } as const;
  assert.deepEqual(await parties.client.tellToStop(stop), { kind: 'acknowledged' });
  const revoked = (await parties.journal()).filter(({ kind }) => kind === 'certificate-revoked');
  assert.deepEqual(
    revoked.map(({ serial }) => serial),
    planned.map(({ serial }) => serial),
  );
});

test('an answer that was not taken is sent again after a restart, byte for byte under the same message id', async (t) => {
  const parties = await startParties(t);
  parties.statuses.push(503);
  await parties.client.sendApplication(await application());
  await parties.until(1);
  await parties.restart();
  await parties.until(2);
  assert.deepEqual(parties.received[1], parties.received[0]);
});

test('R1598/2.9: the first round is sent back where the Centre finds a deficiency, the second issued', async (t) => {
  const parties = await startParties(t, {
    kind: 'deficiency',
    items: [{ item: 'photograph', reason: 'other' }],
    answerAfterMs: 0,
  });
  const first = await application();
  await parties.client.sendApplication(first);
  await parties.until(1);
  await parties.client.sendApplication({ ...first, messageId: randomUUID(), round: 2 });
  await parties.until(2);
  assert.deepEqual(
    parties.received.map((one) => one.kind === 'answer' && one.answer.kind),
    ['deficiency', 'issue'],
  );
});

test('a Centre that is down, or is not there, is a failure in our own words', async (t) => {
  const parties = await startParties(t, { kind: 'down', how: 'echoes' });
  assert.deepEqual(await parties.client.sendApplication(await application()), {
    kind: 'failed',
    failure: 'unreachable',
  });
});
