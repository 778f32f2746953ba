import { join } from 'node:path';
import { readFile } from 'node:fs/promises';
import { exportJWK, importPKCS8, type JWK } from 'jose';
import { pino } from 'pino';
import { startMailSimulator } from '../adapters/email/simulator.ts';
import { startRegisterSimulator } from '../adapters/entry-exit-register/simulator.ts';
import { startCentreSimulator } from '../adapters/certification-centres/simulator.ts';
import { startAgencySimulator } from '../adapters/opinion-agencies/simulator.ts';
import { startSignInSimulator } from '../adapters/sign-in/simulator.ts';
import { startTextSimulator } from '../adapters/text-messages/simulator.ts';
import { readAgencyBook, readCentreBook, readEnv } from '../config/env.ts';
import { CannotStart, runPart } from '../config/runPart.ts';
import { LANGUAGES } from '../law/languages.ts';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { CENTRES } from '../law/signature-issuance/parties.ts';

/** Citizens the rehearsal's Entry-Exit and Registration system knows; invented people of the demo's forms. */
const CITIZENS = join(import.meta.dirname, '..', 'demo', 'citizens.json');

await runPart('simulators', async (stop) => {
  const env = readEnv(process.env, [
    'MOHLET_SIMULATORS',
    'MOHLET_SIMULATOR_KEYS',
    'MOHLET_SIMULATOR_JOURNALS',
    'MOHLET_AGENCIES',
    'MOHLET_CENTRES',
    'MOHLET_ENTRY_EXIT_URL',
    'MOHLET_SMTP_URL',
    'MOHLET_MAILBOX_PORT',
    'MOHLET_BOUNCE_PORT',
    'MOHLET_SMS_URL',
    'MOHLET_SMS_ACCOUNT',
    'MOHLET_SMS_TOKEN',
    'MOHLET_PROVIDER_PORT',
    'MOHLET_PUBLIC_URL',
    'MOHLET_SIGN_IN_ISSUER',
    'MOHLET_SIGN_IN_CLIENT',
    'MOHLET_SIGN_IN_SECRET',
    'MOHLET_TOKEN_KEYS',
    'MOHLET_TOKEN_PRIVATE_KEY',
    'MOHLET_LOG_LEVEL',
  ]);
  if (env.MOHLET_SIMULATORS !== 'on')
    throw new CannotStart('The simulators cannot start: MOHLET_SIMULATORS is not on. They are for rehearsals alone.');
  const book = readAgencyBook(env.MOHLET_AGENCIES);
  const centres = readCentreBook(env.MOHLET_CENTRES);
  const portOf = (url: string) => Number(new URL(url).port);
  const key = (name: string) => readFile(join(env.MOHLET_SIMULATOR_KEYS, name), 'utf8');
  const journal = (name: string) => join(env.MOHLET_SIMULATOR_JOURNALS, name);
  const ca = await key('ca.crt');
  const running = await Promise.all([
    ...AGENCIES.map(async (agency) =>
      startAgencySimulator({
        agency,
        port: portOf(book[agency].url),
        providerUrl: `https://127.0.0.1:${env.MOHLET_PROVIDER_PORT}`,
        clientCert: await key(`${agency}.crt`),
        clientKey: await key(`${agency}.key`),
        ca,
        journalFile: journal(`${agency}.jsonl`),
      }),
    ),
    ...CENTRES.map(async (centre) =>
      startCentreSimulator({
        centre,
        port: portOf(centres[centre].url),
        providerUrl: `https://127.0.0.1:${env.MOHLET_PROVIDER_PORT}`,
        clientCert: await key(`${centre}.crt`),
        clientKey: await key(`${centre}.key`),
        ca,
        authorityFolder: join(env.MOHLET_SIMULATOR_KEYS, 'test-authority'),
        journalFile: journal(`${centre}.jsonl`),
      }),
    ),
    startRegisterSimulator({
      port: portOf(env.MOHLET_ENTRY_EXIT_URL),
      journalFile: journal('entry-exit-register.jsonl'),
      citizens: JSON.parse(await readFile(CITIZENS, 'utf8')) as [],
    }),
    startMailSimulator({
      smtpPort: portOf(env.MOHLET_SMTP_URL),
      httpPort: env.MOHLET_MAILBOX_PORT,
      folder: journal('mail'),
      ...(env.MOHLET_BOUNCE_PORT !== undefined && { bouncePort: env.MOHLET_BOUNCE_PORT }),
    }),
    startTextSimulator({
      port: portOf(env.MOHLET_SMS_URL),
      account: env.MOHLET_SMS_ACCOUNT,
      token: (await readFile(env.MOHLET_SMS_TOKEN, 'utf8')).trim(),
      journalFile: journal('text-messages.jsonl'),
    }),
    startSignInSimulator({
      port: portOf(env.MOHLET_SIGN_IN_ISSUER),
      client: env.MOHLET_SIGN_IN_CLIENT,
      secret: (await readFile(env.MOHLET_SIGN_IN_SECRET, 'utf8')).trim(),
      callbackUrl: `${env.MOHLET_PUBLIC_URL}/sign-in/callback`,
      homeUrls: LANGUAGES.map((language) => `${env.MOHLET_PUBLIC_URL}/${language}/`),
      signingKey: await signingKeyOf(env.MOHLET_TOKEN_PRIVATE_KEY, env.MOHLET_TOKEN_KEYS),
    }),
  ]);
  stop.when(async () => {
    await Promise.all(running.map((simulator) => simulator.stop()));
  });
  return pino({ level: env.MOHLET_LOG_LEVEL, base: { part: 'simulators' } });
});

/** The key by which tokens are made, under the name by which it is published. */
async function signingKeyOf(privateKey: string, published: string): Promise<JWK> {
  const key = await importPKCS8(await readFile(privateKey, 'utf8'), 'ES256', { extractable: true });
  const { keys } = JSON.parse(await readFile(published, 'utf8')) as { keys: { kid: string }[] };
  return { ...(await exportJWK(key)), kid: keys[0]?.kid ?? '', alg: 'ES256', use: 'sig' };
}
