import { createHash } from 'node:crypto';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, Runtime } from '@temporalio/worker';
import { join } from 'node:path';
import { pino } from 'pino';
import { createActivities } from '../activities/index.ts';
import { contracts } from '../adapters/documents/contract.ts';
import { diskStore } from '../adapters/files/diskStore.ts';
import { fileSigner } from '../adapters/signing/fileSigner.ts';
import { temporalEngine } from '../adapters/temporal/engine.ts';
import { workOnCalendar } from '../cases/calendar/workOnCalendar.ts';
import { makeCheckpoint } from '../cases/record/checkpoint.ts';
import { deleteOldDrafts } from '../cases/drafts/editDraft.ts';
import { forgetLimits } from '../cases/record/limits.ts';
import { beat } from '../cases/record/heartbeat.ts';
import { publishStatistics } from '../cases/statistics/publishedStatistics.ts';
import { readEnv } from '../config/env.ts';
import { JUDGED_SETTINGS, openRecord, RECORD_SETTINGS, refuseForbidden } from '../config/open.ts';
import { runPart } from '../config/runPart.ts';
import { connectLazily, readTemporalConfig, TEMPORAL_SETTINGS } from '../temporal.config.ts';
import { checkpointFile } from '../adapters/files/checkpointFile.ts';
import { readReturnedMail } from './bounces.ts';
import { createWorker, keepCurrent, makeCurrent } from './createWorker.ts';
import { keepWorking } from './keepWorking.ts';
import { keepSchedule } from './keepSchedule.ts';
import { every, onNotify } from './loops.ts';
import { openParties, PARTY_SETTINGS } from './openParties.ts';
import { askForUnheardTexts, deliverDueLetters, deliverDueTexts } from './postman.ts';
import { relayOnce, CASE_WORKFLOWS } from './relay.ts';
import { overdueTerms, sweepOnce } from './sweep.ts';
import { wakeLostCases } from './wakeLost.ts';

/** Mail, sweep and checkpoints need no Temporal: without it the worker is ready all the same. */
const READY_WITHOUT_TEMPORAL_MS = 15_000;
const WORKFLOWS = join(import.meta.dirname, '..', 'workflows', 'index.ts');

await runPart('worker', async (stop) => {
  const env = readEnv(process.env, [
    ...RECORD_SETTINGS,
    ...JUDGED_SETTINGS,
    ...TEMPORAL_SETTINGS,
    ...PARTY_SETTINGS,
    'MOHLET_FILES',
    'MOHLET_CHECKPOINTS',
    'MOHLET_MAIL_DOMAIN',
    'MOHLET_BOUNCE_HOST',
    'MOHLET_BOUNCE_PORT',
    'MOHLET_SWEEP',
    'MOHLET_WORKER_METRICS',
    'MOHLET_LOG_LEVEL',
  ]);
  const log = pino({ level: env.MOHLET_LOG_LEVEL, base: { part: 'worker' } });
  Runtime.install({
    logger: new DefaultLogger('ERROR', ({ level, message }) => log.error({ level }, message)),
    ...(env.MOHLET_WORKER_METRICS !== undefined && {
      telemetryOptions: { metrics: { prometheus: { bindAddress: env.MOHLET_WORKER_METRICS } } },
    }),
  });
  const record = await openRecord(process.env);
  const nature = await refuseForbidden(process.env, record);
  const machineNow = () => new Date().toISOString();
  const signer = await fileSigner(env.MOHLET_SIGNING_FOLDER, nature);
  const parties = openParties(process.env);
  const temporal = readTemporalConfig(process.env);
  const connection = connectLazily(temporal);
  const client = new Client({ connection, namespace: temporal.namespace });
  const activities = createActivities({
    ...parties,
    record,
    engine: temporalEngine(client, Object.values(CASE_WORKFLOWS)),
    files: diskStore(env.MOHLET_FILES),
    contracts: contracts(),
    signer,
    machineNow,
  });

  const bundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger: new DefaultLogger('ERROR') });
  const buildId = createHash('sha256').update(bundle.code).digest('hex').slice(0, 16);
  const working = keepWorking(log, () => createWorker(temporal, activities, { bundle, buildId }, log));
  const current = working.first.then(() => makeCurrent(client, temporal.namespace, buildId));

  // What the law times comes before what it causes: while ended terms are being closed, wakes and letters wait.
  let sweeping = false;
  const sweep = async () => {
    sweeping = true;
    try {
      return await sweepOnce(record, machineNow);
    } finally {
      sweeping = false;
    }
  };
  const termsFirst = (round: () => Promise<number>) => () => (sweeping ? Promise.resolve(0) : round());
  let renew = true;
  const loops = [
    every(
      'relay',
      1_000,
      log,
      termsFirst(() => relayOnce(record, client, temporal.taskQueue)),
    ),
    every(
      'letters',
      2_000,
      log,
      termsFirst(() => deliverDueLetters(record, parties.mail, parties.letters)),
    ),
    every(
      'texts',
      2_000,
      log,
      termsFirst(() => deliverDueTexts(record, parties.texts, parties.letters)),
    ),
    every('unheard', 30_000, log, () => askForUnheardTexts(record, parties.texts)),
    every('checkpoint', 60_000, log, () =>
      makeCheckpoint(record, signer, checkpointFile(env.MOHLET_CHECKPOINTS)).then(() => 0),
    ),
    every('heartbeat', 5_000, log, () => beat(record, 'worker').then(() => 0)),
    every('version', 10_000, log, () => keepCurrent(client, temporal.namespace, buildId).then(() => 0)),
    every('schedule', 60_000, log, async () => {
      await keepSchedule(client, temporal.taskQueue, { renew });
      renew = false;
      return 0;
    }),
    every('lost', 15_000, log, () => wakeLostCases(record, client).then(() => 0)),
    every(
      'calendar',
      1_000,
      log,
      termsFirst(() => workOnCalendar(record)),
    ),
    every('drafts', 600_000, log, () => deleteOldDrafts(record, diskStore(env.MOHLET_FILES))),
    every('limits', 600_000, log, () => forgetLimits(record).then(() => 0)),
    every('statistics', 60_000, log, () => publishStatistics(record).then(() => 0)),
    every('alarm', 30_000, log, async () => {
      const overdue = await overdueTerms(record);
      if (overdue > 0) log.error({ overdue }, 'ALARM: terms are still open a minute after their end');
      return 0;
    }),
    ...(env.MOHLET_SWEEP === 'on' ? [every('sweep', 1_000, log, sweep)] : []),
  ];
  const returns =
    env.MOHLET_BOUNCE_PORT === undefined
      ? null
      : readReturnedMail(
          record,
          { host: env.MOHLET_BOUNCE_HOST, port: env.MOHLET_BOUNCE_PORT, domain: env.MOHLET_MAIL_DOMAIN },
          log,
        );
  const listening = await onNotify(env.MOHLET_DATABASE_URL, {
    outbox: () => loops[0]?.now(),
    notice: () => {
      loops[1]?.now();
      loops[2]?.now();
    },
  });

  stop.when(async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
    await returns?.stop();
    await listening.stop();
    await working.stop();
    parties.mail.close();
    await connection.close();
    await record.database.close();
  });
  await Promise.race([current, new Promise((resolve) => setTimeout(resolve, READY_WITHOUT_TEMPORAL_MS))]);
  return log;
});
