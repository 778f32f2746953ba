import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pino } from 'pino';
import { diskStore } from '../../adapters/files/diskStore.ts';
import { receiveCentre, receiveCentreAnswer } from '../../adapters/certification-centres/receive.ts';
import { receiveOpinion, receiveSender } from '../../adapters/opinion-agencies/receive.ts';
import { makeSecurityServerPki } from '../../adapters/x-road/certificates.ts';
import { plainFingerprint } from '../../adapters/x-road/fingerprint.ts';
import { clientHeader, servicePath } from '../../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS, CENTRE_SUBSYSTEMS, OPINIONS, OUR_SUBSYSTEM } from '../../adapters/x-road/members.ts';
import { createListener } from '../../api/opinions/createListener.ts';
import { recordUpload } from '../../cases/signature-issuance/recordUpload.ts';
import { submitApplication } from '../../cases/signature-issuance/submitApplication.ts';
import { AGENCIES, type Agency } from '../../law/signature-issuance/agencies.ts';
import { type Centre, CENTRES } from '../../law/signature-issuance/parties.ts';
import { form, openTestRecord } from '../support/record.ts';

type Party = Agency | Centre;
type Sender = Party | 'self-made' | null;

/** A request to the listener: by which certificate, under which X-Road-Client headers, with or without a body. */
type Sent = {
  by: Sender;
  as?: readonly Party[];
  caseNumber: string;
  messageId?: string;
  document?: string;
  body?: string | Buffer;
  /** `centre-answers` in place of the opinions. */
  service?: string;
  headers?: Record<string, string>;
};

/** The agencies' listener on a real record and a real TLS socket, its clock frozen on Monday 16 March 2026, 09:00. */
export async function openListener() {
  const record = await openTestRecord();
  await record.freeze('2026-03-16T09:00:00+04:00');
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-listener-'));
  const files = diskStore(join(folder, 'files'));
  const pki = await makeSecurityServerPki(join(folder, 'pki'));
  // An authority of its own: well-formed, but nobody here trusts it.
  const selfMade = (await makeSecurityServerPki(join(folder, 'other'))).agencies['state-security'];
  const known = { ...pki.agencies, ...pki.centres };
  const subsystems = { ...AGENCY_SUBSYSTEMS, ...CENTRE_SUBSYSTEMS };
  const servers = [...AGENCIES, ...CENTRES].map((party) => ({
    fingerprint: known[party].fingerprint,
    members: [subsystems[party]],
  }));
  const lines: string[] = [];
  const listener = createListener({
    record: record.record,
    files,
    receive: (raw) => receiveOpinion({ ...raw, servers }),
    receiveSender: (raw) => receiveSender({ ...raw, servers }),
    receiveCentreAnswer: (raw) => receiveCentreAnswer({ ...raw, servers }),
    receiveCentre: (raw) => receiveCentre({ ...raw, servers }),
    trust: { roots: [], organizations: { 'e-imza': '', asan: '' } },
    tls: { key: Buffer.from(pki.provider.key), cert: Buffer.from(pki.provider.cert), ca: Buffer.from(pki.ca) },
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const identity = (by: Sender) => (by === null ? null : by === 'self-made' ? selfMade : known[by]);

  return {
    ...record,
    lines,
    fingerprint: (by: Sender) => {
      const pair = identity(by);
      return pair === null ? null : plainFingerprint(new X509Certificate(pair.cert).fingerprint256);
    },
    async send({ by, as, caseNumber, messageId = randomUUID(), document, body, service, headers = {} }: Sent) {
      const clients = as ?? (by === null || by === 'self-made' ? [] : [by]);
      const pair = identity(by);
      const path =
        document === undefined
          ? servicePath(service === undefined ? OPINIONS : { ...OUR_SUBSYSTEM, service })
          : servicePath({ ...OUR_SUBSYSTEM, service: 'documents' }, document);
      const request = https.request(`https://127.0.0.1:${port}${path}`, {
        method: document === undefined ? 'POST' : 'GET',
        agent: false,
        ca: pki.ca,
        ...(pair !== null && { cert: pair.cert, key: pair.key }),
        headers: {
          'X-Road-Client': clients.map((party) => clientHeader(subsystems[party])),
          'X-Road-Id': messageId,
          'X-Road-Issue': caseNumber,
          ...headers,
        },
      });
      request.end(body);
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      const bytes = await buffer(response);
      const type = response.headers['content-type'] ?? '';
      const json: unknown = type.includes('json') ? JSON.parse(bytes.toString('utf8')) : null;
      return { status: response.statusCode, type, bytes, json };
    },
    /** A registered case one of whose documents has these bytes. */
    async registerWith(content: Buffer): Promise<{ caseNumber: string; document: string }> {
      const document = randomUUID();
      const sha256 = createHash('sha256').update(content).digest('hex');
      const request = { route: 'test', caller: 'test', key: randomUUID(), body: '' };
      await recordUpload(record.record, files, {
        id: document,
        kind: 'photograph',
        mediaType: 'image/jpeg',
        sha256,
        storedSha256: sha256,
        content,
        request,
      });
      const outcome = await submitApplication(record.record, {
        application: form('foreigner-personal-token'),
        uploads: [document, await record.upload('identity-document')],
        request: { ...request, route: 'test-submit' },
      });
      if (outcome.kind !== 'registered') throw new Error(`not registered: ${outcome.kind}`);
      return { caseNumber: outcome.caseNumber, document };
    },
    async stop(): Promise<void> {
      const closed = once(listener, 'close');
      listener.close();
      listener.closeAllConnections();
      await closed;
      await record.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestListener = Awaited<ReturnType<typeof openListener>>;
