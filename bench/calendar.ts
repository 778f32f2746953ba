import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { confirmProposal } from '../cases/calendar/confirmProposal.ts';
import { beginPreview } from '../cases/calendar/beginPreview.ts';
import { propose } from '../cases/calendar/propose.ts';
import { readProposal, type RunView } from '../cases/calendar/readProposals.ts';
import { buildCalendar } from '../law/calendar/calendar.ts';
import { deadline } from '../law/calendar/workingDays.ts';
import { FEBRUARY_2025, FIRST, once, SECOND } from '../test/support/calendar.ts';
import { makeOpenTerms, type TermToMake } from '../test/support/openTerms.ts';
import { startTestPostgres } from '../test/support/postgres.ts';
import { openTestRecord, type TestRecord } from '../test/support/record.ts';
import { DECISIONS } from '../test/law/calendar/seededDecisions.ts';
import type { Measure } from './report.ts';
import type { Size } from './sizes.ts';

const WORKER = join(import.meta.dirname, '..', 'test', 'support', 'calendarWorker.ts');
const AT = '2025-02-15T12:00:00+04:00';
const MINUTES = 10;

/**
 * Enters the decision published on 15 February 2025 over so many open terms, on a PostgreSQL with every commit on disk:
 * seconds of the preview and of the application, each by one process of its own, and that process's memory.
 */
export async function measureCalendar(say: (line: string) => void, { calendarTerms }: Size): Promise<Measure[]> {
  const postgres = await startTestPostgres({ durable: true });
  process.env['MOHLET_TEST_ADMIN_URL'] = postgres.adminUrl;
  const test = await openTestRecord();
  try {
    say(`${calendarTerms} open terms are made`);
    await makeTerms(test, calendarTerms);
    const proposed = await propose(test.record, FIRST, FEBRUARY_2025, once());
    if (proposed.kind !== 'proposed') throw new Error(`not proposed: ${proposed.kind}`);
    const { proposal } = proposed;
    const begun = await beginPreview(test.record, FIRST, proposal);
    if (begun.kind !== 'begun') throw new Error(`no preview: ${begun.kind}`);
    say('the preview begins');
    const previewMemory = await work(test);
    const confirmed = await confirmProposal(test.record, SECOND, { proposal, preview: begun.preview }, once());
    if (confirmed.kind !== 'confirmed') throw new Error(`not confirmed: ${JSON.stringify(confirmed)}`);
    say('the application begins');
    const memory = await work(test);
    const view = await readProposal(test.record, proposal);
    const { preview, application } = view ?? {};
    if (preview == null || application == null) throw new Error('a run is missing');
    const { longer = 0, kept = 0, recounted = 0 } = application.totals ?? {};
    return [
      ...rows('preview', preview, previewMemory),
      ...rows('application', application, memory),
      { what: 'open terms counted anew, a second', result: `${rate(application)} /s` },
      { what: 'of them longer, kept, recounted', result: `${longer}, ${kept}, ${recounted}` },
    ];
  } finally {
    await test.stop();
    await postgres.stop();
  }
}

function rows(what: string, run: RunView, memory: number): Measure[] {
  const seconds = secondsOf(run);
  return [
    {
      what: `${what} of ${run.terms} open terms`,
      result: `${seconds.toFixed(1)} s`,
      target: `<= ${MINUTES} min`,
      met: seconds <= MINUTES * 60,
    },
    { what: `${what}: peak memory of the process`, result: `${Math.round(memory / 1_024)} MiB` },
  ];
}

function secondsOf({ begunAt, finishedAt }: RunView): number {
  if (finishedAt === null) throw new Error('a run is not finished');
  return (Date.parse(finishedAt) - Date.parse(begunAt)) / 1_000;
}

function rate(run: RunView): string {
  return (run.terms / secondsOf(run)).toFixed(0);
}

/** Terms that run on 15 February 2025, begun over six weeks, so that some move and some do not. */
async function makeTerms(test: TestRecord, count: number): Promise<void> {
  await test.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
  const like = (await test.register()).caseNumber;
  await test.owner.run(`UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = $1`, [AT]);
  const calendar = buildCalendar(DECISIONS, '2025-02-01');
  const running: TermToMake[] = [];
  for (let n = 0; running.length < Math.min(count, 2_000); n += 1) {
    const startedAt = new Date(Date.parse('2025-01-02T08:30:00+04:00') + (n % 44) * 86_400_000).toISOString();
    const workingDays = 1 + ((n * 13) % 45);
    if (Date.parse(deadline(calendar, startedAt, workingDays).endsAt) > Date.parse(AT))
      running.push({ startedAt, workingDays });
  }
  const terms = Array.from({ length: count }, (_, n) => running[n % running.length] as TermToMake);
  await makeOpenTerms(test.owner, like, calendar, terms);
  await test.owner.run(`ANALYZE`);
}

/** Lets one process work until nothing is left; the most memory it held (KiB, 0 where the system does not say). */
async function work(test: TestRecord): Promise<number> {
  const child = spawn(process.execPath, [WORKER, test.databases.appUrl, test.master.toString('hex')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  let most = 0;
  const look = setInterval(() => {
    void readFile(`/proc/${child.pid}/status`, 'utf8').then(
      (text) => (most = Math.max(most, Number(/VmHWM:\s+(\d+)/.exec(text)?.[1] ?? 0))),
      () => undefined,
    );
  }, 200);
  const code = await new Promise((resolve) => child.once('exit', resolve));
  clearInterval(look);
  if (code !== 0) throw new Error(`the process that counts ended with ${String(code)}`);
  return most;
}
