import { readFileSync } from 'node:fs';
import { openDatabase, statements } from '../cases/record/database.ts';
import { armFailpoint } from '../cases/record/failpoints.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import { openSeal } from '../cases/record/seal.ts';
import { readAgencyBook, readCentreBook, readEnv } from './env.ts';
import { refusalsOf } from './refusals.ts';
import { CannotStart } from './runPart.ts';
import { schemaOf } from './schemaState.ts';

/** What the record is opened with. */
export const RECORD_SETTINGS = ['MOHLET_DATABASE_URL', 'MOHLET_SEAL_KEY', 'MOHLET_FAILPOINT'] as const;

/** What a production installation judges before a part runs on it; `refusalsOf` says how. */
export const JUDGED_SETTINGS = [
  'MOHLET_SIMULATORS',
  'MOHLET_CLOCK_ROUTE',
  'MOHLET_GENERATED_KEYS',
  'MOHLET_FAILPOINT',
  'MOHLET_SEAL_KEY',
  'MOHLET_SIGNING_FOLDER',
  'MOHLET_TOKEN_KEYS',
  'MOHLET_SECURITY_SERVER_CA',
  'MOHLET_SMTP_URL',
  'MOHLET_SMS_URL',
  'MOHLET_SMS_TOKEN',
  'MOHLET_ENTRY_EXIT_URL',
  'MOHLET_AGENCIES',
  'MOHLET_CENTRES',
  'MOHLET_CENTRE_TRUST',
] as const;

/** Opens the record from the environment; refuses a database whose schema this program does not know. */
export async function openRecord(environment: NodeJS.ProcessEnv): Promise<CaseRecord> {
  const env = readEnv(environment, RECORD_SETTINGS);
  const database = openDatabase(env.MOHLET_DATABASE_URL);
  const schema = await schemaOf(statements(database.ordinary));
  if (schema === 'newer')
    throw new CannotStart('Mohlet cannot start: the data were written by a newer version. Start that version instead.');
  if (schema === 'behind')
    throw new CannotStart('Mohlet cannot start: the database is not migrated yet. Run `npm run migrate` first.');
  const seal = openSeal(Buffer.from(readFileSync(env.MOHLET_SEAL_KEY, 'utf8').trim(), 'base64'));
  return { database, seal, failpoint: armFailpoint(env.MOHLET_FAILPOINT) };
}

/** Refuses, naming each ground, what a production installation may not run with; returns the installation's nature. */
export async function refuseForbidden(
  environment: NodeJS.ProcessEnv,
  record: CaseRecord,
): Promise<'production' | 'rehearsal'> {
  const env = readEnv(environment, JUDGED_SETTINGS);
  const { nature } = await statements(record.database.ordinary).one<{ nature: 'production' | 'rehearsal' }>(
    `SELECT nature FROM installation`,
  );
  const refusals = refusalsOf(nature, {
    simulators: env.MOHLET_SIMULATORS === 'on',
    clockRoute: env.MOHLET_CLOCK_ROUTE === 'on',
    generatedKeys: env.MOHLET_GENERATED_KEYS === 'on',
    failpoint: env.MOHLET_FAILPOINT !== undefined,
    sealKey: env.MOHLET_SEAL_KEY,
    signingFolder: env.MOHLET_SIGNING_FOLDER,
    tokenKeys: env.MOHLET_TOKEN_KEYS,
    signInIssuer: environment['MOHLET_SIGN_IN_ISSUER'] ?? '',
    publicUrl: environment['MOHLET_PUBLIC_URL'] ?? '',
    signInSecret: environment['MOHLET_SIGN_IN_SECRET'] ?? '',
    // The listener is the API's alone: a worker is judged by it only where it was given one.
    providerCertificate: environment['MOHLET_PROVIDER_CERTIFICATE'] ?? '',
    providerKey: environment['MOHLET_PROVIDER_KEY'] ?? '',
    securityServerCa: env.MOHLET_SECURITY_SERVER_CA,
    smtpUrl: env.MOHLET_SMTP_URL,
    smsUrl: env.MOHLET_SMS_URL,
    smsToken: env.MOHLET_SMS_TOKEN,
    entryExitUrl: env.MOHLET_ENTRY_EXIT_URL,
    agencies: readAgencyBook(env.MOHLET_AGENCIES),
    centres: readCentreBook(env.MOHLET_CENTRES),
    centreTrust: env.MOHLET_CENTRE_TRUST,
  });
  if (refusals.length > 0)
    throw new CannotStart(`Mohlet cannot start on a production database: ${refusals.join('; ')}.`);
  return nature;
}
