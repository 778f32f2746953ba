import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { Client } from '@temporalio/client';
import { fileSigner } from '../adapters/signing/fileSigner.ts';
import { temporalEngine } from '../adapters/temporal/engine.ts';
import { messageList } from '../adapters/text-messages/messageList.ts';
import { readDifferences } from '../cases/reconcile/readDifferences.ts';
import { reconcileOnce } from '../cases/reconcile/reconcileOnce.ts';
import { wakeAll } from '../cases/reconcile/wakeAll.ts';
import { readEnv } from '../config/env.ts';
import { openRecord, refuseForbidden } from '../config/open.ts';
import { connectLazily, readTemporalConfig } from '../temporal.config.ts';
import { CASE_WORKFLOWS } from '../workers/relay.ts';
import { plainText } from './plainText.ts';
import { tell } from './reconcile/tell.ts';
import { RECONCILE_WORDS } from './reconcile/words.ts';

const SETTINGS = [
  'MOHLET_SIGNING_FOLDER',
  'MOHLET_SMS_URL',
  'MOHLET_SMS_ACCOUNT',
  'MOHLET_SMS_TOKEN',
  'MOHLET_SMS_FROM',
] as const;
const GRACE_MS = 30_000;

type Language = keyof typeof RECONCILE_WORDS;

process.exitCode = await run();

/**
 * One pass of the reconciler by hand, on the installation of the environment or else on the embedded one. Exit codes:
 * 0 nothing is left open, 1 a difference is left, 2 it could not be done.
 */
async function run(): Promise<0 | 1 | 2> {
  const asked = readArguments();
  if (asked === null) {
    process.stderr.write(
      `${Object.values(RECONCILE_WORDS)
        .map(({ usage }) => usage)
        .join('\n')}\n`,
    );
    return 2;
  }
  const words = RECONCILE_WORDS[asked.language];
  try {
    const environment = environmentOf();
    const record = await openRecord(environment);
    const temporal = readTemporalConfig(environment);
    const connection = connectLazily(temporal);
    try {
      const nature = await refuseForbidden(environment, record);
      const { MOHLET_SIGNING_FOLDER: folder, ...sms } = readEnv(environment, SETTINGS);
      if (asked.restored) process.stdout.write(`${words.woken(await wakeAll(record))}\n`);
      const needs = {
        record,
        engine: temporalEngine(
          new Client({ connection, namespace: temporal.namespace }),
          Object.values(CASE_WORKFLOWS),
        ),
        signer: await fileSigner(folder, nature),
        messages: messageList({
          url: sms.MOHLET_SMS_URL,
          account: sms.MOHLET_SMS_ACCOUNT,
          token: readFileSync(sms.MOHLET_SMS_TOKEN, 'utf8').trim(),
          from: sms.MOHLET_SMS_FROM,
        }),
        machineNow: () => new Date().toISOString(),
      };
      const outcome = await reconcileOnce(needs, GRACE_MS);
      const differences = await readDifferences(record);
      const shown = differences.filter(({ run: of, mendedAt }) => of === outcome.run || mendedAt === null);
      process.stdout.write(`${tell(shown, outcome, asked.language).map(plainText).join('\n')}\n`);
      return shown.every(({ mendedAt }) => mendedAt !== null) ? 0 : 1;
    } finally {
      await connection.close();
      await record.database.close();
    }
  } catch {
    // What a database or an engine says of its failure may carry its address and user.
    process.stderr.write(`${words.unreachable}\n`);
    return 2;
  }
}

function readArguments(): { restored: boolean; language: Language } | null {
  try {
    const { values } = parseArgs({ options: { restored: { type: 'boolean' }, language: { type: 'string' } } });
    const { restored = false, language = 'en' } = values;
    return language === 'az' || language === 'en' || language === 'ru' ? { restored, language } : null;
  } catch {
    return null;
  }
}

/** A part's own environment, or that of the embedded installation. */
function environmentOf(): NodeJS.ProcessEnv {
  if (process.env['MOHLET_DATABASE_URL'] !== undefined) return process.env;
  const { MOHLET_HOME: home } = readEnv(process.env, ['MOHLET_HOME']);
  const embedded = readFileSync(join(home, 'embedded-keys', 'installation.env'), 'utf8');
  return { ...process.env, ...parseEnv(embedded) };
}
