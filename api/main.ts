import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { JSONWebKeySet } from 'jose';
import { pino } from 'pino';
import { downloadedCalendar } from '../adapters/email/appointmentCalendar.ts';
import { acts } from '../adapters/documents/act.ts';
import { takeIn } from '../adapters/files/takeIn.ts';
import { diskStore } from '../adapters/files/diskStore.ts';
import { receiveCentre, receiveCentreAnswer } from '../adapters/certification-centres/receive.ts';
import { receiveOpinion, receiveSender } from '../adapters/opinion-agencies/receive.ts';
import { fileSigner, publishedKeys } from '../adapters/signing/fileSigner.ts';
import { signIn } from '../adapters/sign-in/client.ts';
import { TEXT_STATUS_PATH, textStatusReader } from '../adapters/text-messages/receive.ts';
import { statements } from '../cases/record/database.ts';
import { beat } from '../cases/record/heartbeat.ts';
import {
  centreMembersOf,
  isWebAddress,
  membersOf,
  organizationsOf,
  readAgencyBook,
  readCentreBook,
  readEnv,
  readRoots,
  readSecurityServers,
} from '../config/env.ts';
import { JUDGED_SETTINGS, openRecord, RECORD_SETTINGS, refuseForbidden } from '../config/open.ts';
import { runPart } from '../config/runPart.ts';
import { connectLazily, readTemporalConfig, TEMPORAL_SETTINGS } from '../temporal.config.ts';
import { judgeFile } from '../commands/verify/judgeFile.ts';
import type { Language } from '../law/languages.ts';
import { createPages } from '../pages/createPages.ts';
import { trustInOwn } from '../proof/trust.ts';
import { packZip } from './evidence-pack/packZip.ts';
import { beatPages } from './beatPages.ts';
import { createApi } from './createApi.ts';
import { createHealth } from './health.ts';
import { apiMetrics } from './metrics.ts';
import { notSuspended, tokenReader } from './middleware/requireOfficial.ts';
import { createDocument } from './openapi/createDocument.ts';
import { createListener } from './opinions/createListener.ts';
import { routeTable } from './routeTable.ts';
import npm from '../package.json' with { type: 'json' };

const BEAT_MS = 5_000;

await runPart('api', async (stop) => {
  const env = readEnv(process.env, [
    ...RECORD_SETTINGS,
    ...JUDGED_SETTINGS,
    ...TEMPORAL_SETTINGS,
    'MOHLET_HOST',
    'MOHLET_PORT',
    'MOHLET_PROVIDER_HOST',
    'MOHLET_PROVIDER_PORT',
    'MOHLET_PROVIDER_CERTIFICATE',
    'MOHLET_PROVIDER_KEY',
    'MOHLET_SECURITY_SERVERS',
    'MOHLET_FILES',
    'MOHLET_PUBLIC_URL',
    'MOHLET_TRUSTED_PROXIES',
    'MOHLET_SMS_ACCOUNT',
    'MOHLET_TOKEN_ISSUER',
    'MOHLET_TOKEN_AUDIENCE',
    'MOHLET_SIGN_IN_ISSUER',
    'MOHLET_SIGN_IN_CLIENT',
    'MOHLET_TEMPORAL_UI',
    'MOHLET_SIGN_IN_SECRET',
    'MOHLET_LOG_LEVEL',
  ]);
  const log = pino({ level: env.MOHLET_LOG_LEVEL, base: { part: 'api' } });
  const record = await openRecord(process.env);
  const nature = await refuseForbidden(process.env, record);
  const signer = await fileSigner(env.MOHLET_SIGNING_FOLDER, nature);
  const temporal = connectLazily(readTemporalConfig(process.env));
  const { registry, measure } = apiMetrics(record);
  const files = diskStore(env.MOHLET_FILES);

  const simulators = () => fetch(env.MOHLET_ENTRY_EXIT_URL, { signal: AbortSignal.timeout(2_000) });
  const keys = isWebAddress(env.MOHLET_TOKEN_KEYS)
    ? new URL(env.MOHLET_TOKEN_KEYS)
    : (JSON.parse(readFileSync(env.MOHLET_TOKEN_KEYS, 'utf8')) as JSONWebKeySet);
  const sso = signIn({
    issuer: env.MOHLET_SIGN_IN_ISSUER,
    client: env.MOHLET_SIGN_IN_CLIENT,
    secret: readFileSync(env.MOHLET_SIGN_IN_SECRET, 'utf8').trim(),
    callbackUrl: `${env.MOHLET_PUBLIC_URL}/sign-in/callback`,
  });
  const keysInForce = () => publishedKeys(env.MOHLET_SIGNING_FOLDER);
  const trustedKeys = async () => trustInOwn(await keysInForce());
  const health = createHealth(record, temporal, env.MOHLET_SIMULATORS === 'on' ? { simulators } : {});
  const forFiles = {
    judgeFile: async (name: string, bytes: Buffer, language: Language) =>
      judgeFile(name, bytes, await trustedKeys(), language),
    writeCalendar: downloadedCalendar,
  };
  const clockRoute = env.MOHLET_CLOCK_ROUTE === 'on';
  const document = createDocument(routeTable({ clockRoute }), npm.version);
  const pages = createPages({
    record,
    document,
    health,
    ...forFiles,
    files,
    takeIn,
    acts: acts(),
    signer,
    signIn: sso,
    publishedKeys: keysInForce,
    packZip,
    publicUrl: env.MOHLET_PUBLIC_URL,
    nature,
    clockRoute,
    ...(env.MOHLET_TEMPORAL_UI !== undefined && { temporalUi: env.MOHLET_TEMPORAL_UI }),
  });
  const app = createApi({
    record,
    ...forFiles,
    files,
    takeIn,
    acts: acts(),
    readToken: notSuspended(
      record,
      tokenReader({ issuer: env.MOHLET_TOKEN_ISSUER, audience: env.MOHLET_TOKEN_AUDIENCE, keys }),
    ),
    signer,
    receiveTextStatus: textStatusReader({
      url: `${env.MOHLET_PUBLIC_URL}${TEXT_STATUS_PATH}`,
      account: env.MOHLET_SMS_ACCOUNT,
      token: readFileSync(env.MOHLET_SMS_TOKEN, 'utf8').trim(),
    }),
    publishedKeys: keysInForce,
    clockRoute,
    document,
    health,
    metrics: registry,
    measure,
    log,
    trustedProxies: env.MOHLET_TRUSTED_PROXIES,
    pages,
  });
  const servers = readSecurityServers(env.MOHLET_SECURITY_SERVERS);
  const agencies = membersOf(readAgencyBook(env.MOHLET_AGENCIES));
  const centres = readCentreBook(env.MOHLET_CENTRES);
  const listener = createListener({
    record,
    files,
    receive: (raw) => receiveOpinion({ ...raw, servers }, agencies),
    receiveSender: (raw) => receiveSender({ ...raw, servers }, agencies),
    receiveCentreAnswer: (raw) => receiveCentreAnswer({ ...raw, servers }, centreMembersOf(centres)),
    receiveCentre: (raw) => receiveCentre({ ...raw, servers }, centreMembersOf(centres)),
    trust: { roots: readRoots(readFileSync(env.MOHLET_CENTRE_TRUST, 'utf8')), organizations: organizationsOf(centres) },
    tls: {
      key: readFileSync(env.MOHLET_PROVIDER_KEY),
      cert: readFileSync(env.MOHLET_PROVIDER_CERTIFICATE),
      ca: readFileSync(env.MOHLET_SECURITY_SERVER_CA),
    },
    log,
  });

  // The heartbeat comes first: an outage must stand in the record before anybody is let in to decide by it.
  await statements(record.database.ordinary).one('SELECT 1 AS one');
  await beat(record, 'agency-endpoint');
  const beating = setInterval(() => {
    void beat(record, 'agency-endpoint').catch(() => undefined);
    void beatPages(record, sso).catch(() => undefined);
  }, BEAT_MS);

  const publicServer = createServer({ keepAliveTimeout: 60_000 }, app);
  await stop.listen(listener, env.MOHLET_PROVIDER_PORT, env.MOHLET_PROVIDER_HOST);
  await stop.listen(publicServer, env.MOHLET_PORT, env.MOHLET_HOST);
  stop.when(async () => {
    clearInterval(beating);
    await stop.closeServers();
    await temporal.close();
    await record.database.close();
  });
  return log;
});
