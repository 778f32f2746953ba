import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { acts } from '../../adapters/documents/act.ts';
import { diskStore } from '../../adapters/files/diskStore.ts';
import { takeIn } from '../../adapters/files/takeIn.ts';
import { signIn } from '../../adapters/sign-in/client.ts';
import { startSignInSimulator } from '../../adapters/sign-in/simulator.ts';
import { fileSigner, publishedKeys } from '../../adapters/signing/fileSigner.ts';
import { textStatusReader } from '../../adapters/text-messages/receive.ts';
import { downloadedCalendar } from '../../adapters/email/appointmentCalendar.ts';
import { packZip } from '../../api/evidence-pack/packZip.ts';
import { createApi } from '../../api/createApi.ts';
import { createDocument } from '../../api/openapi/createDocument.ts';
import { routeTable } from '../../api/routeTable.ts';
import { apiMetrics } from '../../api/metrics.ts';
import { notSuspended, tokenReader } from '../../api/middleware/requireOfficial.ts';
import { makeFiles } from '../../demo/makeFiles.ts';
import type { Language } from '../../law/languages.ts';
import type { Official } from '../../law/officials.ts';
import { judgeFile } from '../../commands/verify/judgeFile.ts';
import { createPages } from '../../pages/createPages.ts';
import { readTrust } from '../../proof/trust.ts';
import { askedAgo } from '../support/askedAgo.ts';
import { openTestRecord } from '../support/record.ts';
import { type Browsing, browsing } from './browsing.ts';

const CLIENT = { client: 'mohlet', secret: 'secret-of-a-test-secret-of-a-test' };

/**
 * The real listener (API and pages) on a socket, with a real record, a real file store and a real OpenID provider whose
 * chooser offers the demo's officials (adapters/sign-in/demoOfficials.ts). `freeShare` is how full the disk says it is.
 */
export async function openPages({
  freeShare,
  trustedProxies = [],
}: { freeShare?: () => number; trustedProxies?: readonly string[] } = {}) {
  const record = await openTestRecord();
  const folder = await mkdtemp(join(tmpdir(), 'mohlet-pages-'));
  const disk = diskStore(join(folder, 'files'));
  const files = freeShare === undefined ? disk : { ...disk, freeShare: () => Promise.resolve(freeShare()) };
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const published = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' }] };
  const server = createServer({ keepAliveTimeout: 60_000 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const callbackUrl = `${url}/sign-in/callback`;
  const sso = await startSignInSimulator({
    port: 0,
    ...CLIENT,
    callbackUrl,
    homeUrls: ['az', 'en', 'ru'].map((language) => `${url}/${language}/`),
    signingKey: { ...(await exportJWK(privateKey)), kid: 'k1', alg: 'ES256', use: 'sig' },
  });
  const signing = join(folder, 'signing');
  const signer = await fileSigner(signing, 'rehearsal');
  const { registry, measure } = apiMetrics(record.record);
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const needs = {
    record: record.record,
    files,
    takeIn,
    acts: acts(),
    signer,
    publishedKeys: () => publishedKeys(signing),
    packZip,
    writeCalendar: downloadedCalendar,
    judgeFile: async (name: string, bytes: Buffer, language: Language) => {
      const trust = readTrust(JSON.stringify(await publishedKeys(signing)));
      if (trust.kind !== 'read') throw new Error(trust.why);
      return judgeFile(name, bytes, trust.trust, language);
    },
    clockRoute: true,
    document: createDocument(routeTable({ clockRoute: true }), '0.0.0-test'),
  };
  const health = () => Promise.resolve({ state: 'up' as const, nature: 'rehearsal', parts: { api: 'up' as const } });
  const client = signIn({ issuer: sso.issuer, ...CLIENT, callbackUrl });
  const pages = createPages({
    ...needs,
    health,
    signIn: client,
    publicUrl: url,
    nature: 'rehearsal',
  });
  const app = createApi({
    ...needs,
    readToken: notSuspended(record.record, tokenReader({ issuer: sso.issuer, audience: 'mohlet', keys: published })),
    receiveTextStatus: textStatusReader({ url: `${url}/sms`, account: `AC${'1'.repeat(32)}`, token: 't' }),
    health,
    metrics: registry,
    measure,
    log,
    trustedProxies,
    pages,
  });
  server.on('request', app);
  let made: ReturnType<typeof makeFiles> | undefined;

  return {
    ...record,
    url,
    files,
    folder,
    lines,
    /** The provider: `sso.setUp(false)` takes it out. */
    sso,
    /** Our side of the sign-in, as the program asks it. */
    signIn: client,
    /** The keys by which what the installation signs is believed. */
    trust: () => publishedKeys(signing),
    /** Somebody with a browser's cookies, nobody yet. */
    visit: (): Browsing => browsing(url),
    /** Somebody signed in at the provider as one of its officials, such as `internal-affairs-reviewer-1`. */
    async visitAs(sub: string, language = 'en'): Promise<Browsing> {
      const somebody = browsing(url);
      await somebody.signInAs(sub, language);
      return somebody;
    },
    /** A bearer token of the same issuer, for the JSON API; its official was asked who he is when it was issued. */
    token: (
      official: Official,
      {
        issued = '-1 minute',
        expires = '1 hour',
        typ = 'at+jwt',
        claims = askedAgo(issued),
      }: { issued?: string; expires?: string; typ?: string; claims?: object } = {},
    ) =>
      new SignJWT({ role: official.role, body: official.body, post: official.post, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ })
        .setSubject(official.sub)
        .setIssuer(sso.issuer)
        .setAudience('mohlet')
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(privateKey),
    /** Files of the demo to upload, made once: paths. */
    makeFiles: () => (made ??= makeFiles(join(folder, 'made'))),
    async stop(): Promise<void> {
      await sso.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await record.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type TestPages = Awaited<ReturnType<typeof openPages>>;
