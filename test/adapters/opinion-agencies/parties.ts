import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';
import type { TLSSocket } from 'node:tls';
import type { AgencyEntry } from '../../../adapters/opinion-agencies/agencyJournal.ts';
import type { Behaviour } from '../../../adapters/opinion-agencies/behaviour.ts';
import { opinionAgencies } from '../../../adapters/opinion-agencies/client.ts';
import { receiveOpinion } from '../../../adapters/opinion-agencies/receive.ts';
import type { ReceivedOpinion } from '../../../adapters/opinion-agencies/receive.ts';
import { startAgencySimulator } from '../../../adapters/opinion-agencies/simulator.ts';
import type { OpinionAgencies } from '../../../adapters/ports.ts';
import { makeSecurityServerPki } from '../../../adapters/x-road/certificates.ts';
import { AGENCY_SUBSYSTEMS, OUR_SUBSYSTEM } from '../../../adapters/x-road/members.ts';
import type { Simulator } from '../../../adapters/x-road/startProvider.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';

export type Parties = {
  /** What came to our side, in order; it is answered by `answer`, 200 unless set. */
  received: ReceivedOpinion[];
  answer: (opinion: ReceivedOpinion, number: number) => number;
  /** Resolves when at least this many requests have come. */
  until: (count: number) => Promise<void>;
  agency: Simulator;
  client: OpinionAgencies;
  tell: (path: string, body: object, method?: string) => Promise<Response>;
  journal: () => Promise<(AgencyEntry & { at: string })[]>;
  restart: () => Promise<void>;
};

/**
 * A provider of ours on a real TLS socket and one agency's simulator, both gone at the end of the test. Our client is patient
 * unless said: how fast this machine is must decide nothing.
 */
export async function startParties(t: TestContext, behaviour?: Behaviour, timeoutMs = 60_000): Promise<Parties> {
  const home = await mkdtemp(join(tmpdir(), 'mohlet-agency-'));
  const pki = await makeSecurityServerPki(join(home, 'pki'));
  const servers = AGENCIES.map((agency) => ({
    fingerprint: pki.agencies[agency].fingerprint,
    members: [AGENCY_SUBSYSTEMS[agency]],
  }));
  const { cert, key } = pki.provider;
  const tls = { cert, key, ca: pki.ca, requestCert: true, rejectUnauthorized: false };
  const listener = createServer(tls, (request, response) => {
    const socket = request.socket as TLSSocket;
    void buffer(request).then((body) => {
      const certificate = socket.getPeerX509Certificate();
      const clientCertificate = { fingerprint: certificate?.fingerprint256 ?? null, authorized: socket.authorized };
      const opinion = receiveOpinion({ clientCertificate, headers: request.rawHeaders, body, servers });
      parties.received.push(opinion);
      if (opinion.kind === 'refused') response.writeHead(opinion.xRoadError.status, opinion.xRoadError.headers);
      else response.writeHead(parties.answer(opinion, parties.received.length));
      response.end(JSON.stringify(opinion.kind === 'refused' ? opinion.xRoadError.body : { kind: 'recorded' }));
      listener.emit('received');
    });
  }).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const start = (port: number): Promise<Simulator> =>
    startAgencySimulator({
      agency: 'internal-affairs',
      port,
      providerUrl: `https://127.0.0.1:${String((listener.address() as AddressInfo).port)}`,
      clientCert: pki.agencies['internal-affairs'].cert,
      clientKey: pki.agencies['internal-affairs'].key,
      ca: pki.ca,
      journalFile: join(home, 'journal.jsonl'),
      ...(behaviour === undefined ? {} : { behaviour }),
    });
  const agency = await start(0);
  const agencies = Object.fromEntries(
    AGENCIES.map((one) => [one, { base: agency.url, subsystem: AGENCY_SUBSYSTEMS[one] }]),
  ) as Parameters<typeof opinionAgencies>[0]['agencies'];
  const parties: Parties = {
    received: [],
    answer: () => 200,
    until: async (count) => {
      while (parties.received.length < count) await once(listener, 'received');
    },
    agency,
    client: opinionAgencies({
      client: OUR_SUBSYSTEM,
      timeoutMs,
      agencies,
    }),
    tell: (path, body, method = 'POST') =>
      fetch(`${agency.url}/control/${path}`, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    journal: async () =>
      (await (await fetch(`${agency.url}/control/journal`)).json()) as (AgencyEntry & { at: string })[],
    restart: async () => {
      await parties.agency.stop();
      parties.agency = await start(Number(new URL(agency.url).port));
    },
  };
  t.after(async () => {
    await parties.agency.stop();
    listener.closeAllConnections();
    await once(listener.close(), 'close');
    await rm(home, { recursive: true });
  });
  return parties;
}

/** An opinion request of one case as the port takes it. */
export const requestFor = (
  caseNumber: string,
  messageId = `request-${caseNumber}`,
): Parameters<OpinionAgencies['requestOpinion']>[0] => ({
  agency: 'internal-affairs',
  messageId,
  caseNumber,
  application: { name: 'Aygün Əliyeva', documentNumber: 'C01234567' },
  documents: [{ id: 'd1', kind: 'identity', mediaType: 'image/jpeg', sha256: 'a'.repeat(64), bytes: 1000 }],
});
