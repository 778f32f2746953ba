import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import supertest from 'supertest';
import { acts } from '../../adapters/documents/act.ts';
import { downloadedCalendar } from '../../adapters/email/appointmentCalendar.ts';
import { diskStore } from '../../adapters/files/diskStore.ts';
import { takeIn } from '../../adapters/files/takeIn.ts';
import { fileSigner, publishedKeys } from '../../adapters/signing/fileSigner.ts';
import { textStatusReader } from '../../adapters/text-messages/receive.ts';
import { createApi } from '../../api/createApi.ts';
import { apiMetrics } from '../../api/metrics.ts';
import { notSuspended, tokenReader } from '../../api/middleware/requireOfficial.ts';
import { judgeFile } from '../../commands/verify/judgeFile.ts';
import { createDocument } from '../../api/openapi/createDocument.ts';
import { routeTable } from '../../api/routeTable.ts';
import { makeFiles } from '../../demo/makeFiles.ts';
import type { Official } from '../../law/officials.ts';
import { readTrust } from '../../proof/trust.ts';
import { openTestRecord } from '../support/record.ts';
import { holdToDescription } from './holdToDescription.ts';
import { askedAgo } from '../support/askedAgo.ts';

/** The provider of text messages that is believed. */
export const TEXT_PROVIDER = {
  url: 'https://portal.gov.test/api/v1/text-messages/status',
  account: `AC${'1'.repeat(32)}`,
  token: 'token-of-a-test',
};

const ISSUER = 'urn:test:sign-on';
let keys = 0;

/** What a problem says (RFC 9457), as its reader gets it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  clause?: string;
  items?: Record<string, string>[];
  requestId: string;
};

/** A new Idempotency-Key. */
export function newKey(): string {
  keys += 1;
  return `key-of-a-test-${process.pid}-${String(keys).padStart(6, '0')}`;
}

/** The public listener on a real record, a real file store and a real key set; requests go through a real socket. */
export async function openApi() {
  const record = await openTestRecord();
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-api-'));
  const files = diskStore(join(folder, 'files'));
  const made = await makeFiles(join(folder, 'made'));
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const published = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] };
  const lines: string[] = [];
  const signing = join(folder, 'signing');
  const signer = await fileSigner(signing, 'rehearsal');
  const { registry, measure } = apiMetrics(record.record);
  const app = createApi({
    record: record.record,
    files,
    takeIn,
    acts: acts(),
    readToken: notSuspended(record.record, tokenReader({ issuer: ISSUER, audience: 'mohlet', keys: published })),
    signer,
    receiveTextStatus: textStatusReader(TEXT_PROVIDER),
    writeCalendar: downloadedCalendar,
    judgeFile: async (name, bytes, language) => {
      const trust = readTrust(JSON.stringify(await publishedKeys(signing)));
      if (trust.kind !== 'read') throw new Error(trust.why);
      return judgeFile(name, bytes, trust.trust, language);
    },
    publishedKeys: () => publishedKeys(signing),
    clockRoute: true,
    document: createDocument(routeTable({ clockRoute: true }), '0.0.0-test'),
    health: () => Promise.resolve({ state: 'up', nature: 'rehearsal', parts: {} }),
    metrics: registry,
    measure,
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
  const faults: string[] = [];
  const server = holdToDescription(app, faults).listen(0, '127.0.0.1');
  const http = supertest(server);
  const claims = { role: 'operator', body: 'portal-operator', post: 'duty-desk' };

  return {
    ...record,
    http,
    files,
    /** Files of the demo to send in: paths. */
    made,
    lines,
    privateKey,
    signer,
    /** The keys by which what the installation signs is believed. */
    trust: () => publishedKeys(signing),
    /** A token of any official; signed in so long ago where `age` (such as `10 minutes`) says so. */
    tokenOf: ({ sub, ...claims }: Official, age = '0 seconds') =>
      new SignJWT({ ...claims, ...askedAgo(age) })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
        .setSubject(sub)
        .setIssuer(ISSUER)
        .setAudience('mohlet')
        .setIssuedAt(`-${age}`)
        .setExpirationTime('1 hour')
        .sign(privateKey),
    /** A token as the sign-on would make it; `change` bends one thing. */
    async token(
      role: 'operator' | 'auditor',
      change: { issuer?: string; key?: CryptoKey; expires?: string; sub?: string; age?: string } = {},
    ) {
      return new SignJWT({ ...claims, role, ...askedAgo(change.age) })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
        .setSubject(change.sub ?? `test-${role}`)
        .setIssuer(change.issuer ?? ISSUER)
        .setAudience('mohlet')
        .setIssuedAt(`-${change.age ?? (change.expires === undefined ? '0 seconds' : '2 hours')}`)
        .setExpirationTime(change.expires ?? '1 hour')
        .sign(change.key ?? privateKey);
    },
    /** Uploads the two documents every applicant needs; their ids. */
    async uploads(): Promise<string[]> {
      const ids: string[] = [];
      for (const [kind, path] of [
        ['identity-document', made.identityDocument],
        ['photograph', made.photograph],
      ] as const) {
        const answer = await http
          .post('/api/v1/uploads')
          .set('Idempotency-Key', newKey())
          .field('kind', kind)
          .attach('file', await readFile(path), 'a.jpg');
        if (answer.status !== 201) throw new Error(`not stored: ${answer.text}`);
        ids.push((answer.body as { id: string }).id);
      }
      return ids;
    },
    post: (path: string, body?: string | object, key = newKey()) =>
      http.post(path).set('Idempotency-Key', key).set('Accept-Language', 'en').send(body),
    async stop(): Promise<void> {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await record.stop();
      await rm(folder, { recursive: true, force: true });
      assert.deepEqual(faults, [], 'an answer is not as the description says');
    },
  };
}

export type TestApi = Awaited<ReturnType<typeof openApi>>;
