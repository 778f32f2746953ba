import { startTestPostgres } from '../test/support/postgres.ts';
import type { Failure } from './check.ts';
import { ALL_JOURNEYS, journeys } from './journeys.ts';
import { kill } from './kill.ts';
import { lives } from './lives.ts';
import { lose } from './lose.ts';
import { notices } from './notices.ts';
import type { Say } from './proofStack.ts';
import { race } from './race.ts';
import { proveReconcile } from './reconcile.ts';
import type { Proof } from './report.ts';
import { tamper } from './tamper.ts';
import { KINDS_OF_HOSTILE, proveUploads } from './uploads.ts';

/** A proof as it was run, without what the command adds. */
export type Run = Omit<Proof, 'name' | 'seed' | 'command'>;

type Asked = { count: number; seed: number; say: Say };

const MOST_NAMED = 20;

/** Every proof with its full count; `race` sends its count at each frozen instant and three times it with the clock running. */
export const PROOFS = {
  race: { count: 1_000, run: runRace },
  kill: { count: 200, run: runKill },
  lose: { count: 100, run: runLose },
  tamper: { count: 200, run: runTamper },
  reconcile: { count: 20, run: runReconcile },
  notices: { count: 1_000, run: runNotices },
  lives: { count: 500, run: runLives },
  uploads: { count: 465, run: runUploads },
  journeys: { count: ALL_JOURNEYS, run: runJourneys },
} as const satisfies Record<string, { count: number; run: (asked: Asked) => Promise<Run> }>;

async function runRace({ count, seed, say }: Asked): Promise<Run> {
  const { n, failures, around } = await race({ counts: { frozen: count, running: 3 * count }, seed, say });
  return {
    what: 'a negative opinion near the end of the term: outcome = f(stored receipt, stored end)',
    n,
    failures: failures.length,
    details: [
      `${count} opinions each with the legal clock frozen at the end - 1 ms, at it, and + 1 ms; ${3 * count} cases with the clock running across it, half of them with the workers down; two API and two worker processes`,
      ...around.map(
        ({ withinMs, before, after }) =>
          `clock running: ${before} opinions were received less than ${withinMs} ms before the end, ${after} at it or up to ${withinMs} ms after`,
      ),
      ...named(failures),
    ],
  };
}

async function runKill({ count, seed, say }: Asked): Promise<Run> {
  const { n, failures, killed, alone, cases, opinions, notices, letters } = await kill({ kills: count, seed, say });
  const places = Object.entries(Object.groupBy(killed, (where) => where)).sort(([a], [b]) => a.localeCompare(b));
  return {
    what: 'kill -9 under load: nothing acknowledged lost, nothing done twice, no case stuck a minute after',
    n,
    failures: failures.length,
    details: [
      `under a load of ${cases} cases, ${opinions} opinions answered, ${notices} notices (${letters} letters in the mailbox)`,
      `killed: ${places.map(([where, all]) => `${where} ${all?.length ?? 0}`).join(', ')}`,
      `parts that ended though nobody killed them: ${alone.length === 0 ? 'none' : alone.join(', ')}`,
      ...named(failures),
    ],
  };
}

async function runLose({ count, say }: Asked): Promise<Run> {
  const { n, failures, spread } = await lose({ cases: count, say });
  return {
    what: "all of Temporal's data deleted: every case ends as the record demands",
    n,
    failures: failures.length,
    details: [...Object.entries(spread).map(([stage, cases]) => `${cases} cases where ${stage}`), ...named(failures)],
  };
}

async function runNotices({ count, seed, say }: Asked): Promise<Run> {
  const { n, failures, killed, repeats, listed, fates } = await notices({ count, seed, say });
  return {
    what: 'failing providers of mail and text messages, workers killed: each event, recipient and channel once',
    n,
    failures: failures.length,
    details: [
      `${killed.length} workers killed by SIGKILL, of which ${killed.filter((where) => where === 'at random').length} at no failpoint`,
      `letters that came again after an attempt cut short: ${repeats}; text messages that came again: none allowed`,
      `events that no channel carried, all on the operator's list: ${listed}`,
      ...Object.entries(fates)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([fate, people]) => `${people} times: ${fate}`),
      ...named(failures),
    ],
  };
}

async function runReconcile({ count, say }: Asked): Promise<Run> {
  const { n, failures, details } = await proveReconcile({ count, say });
  return {
    what: 'differences are listed by name and only listed ones mended; after a restore nothing is issued twice',
    n,
    failures: failures.length,
    details: [...details, ...named(failures)],
  };
}

async function runLives({ count, seed, say }: Asked): Promise<Run> {
  const { n, failures, killed, temporal, ends } = await lives({ count, seed, say });
  return {
    what: 'random lives from form to certificate with every party failing: they end as a plain model says',
    n,
    failures: failures.length,
    details: [
      `${killed} workers killed by SIGKILL meanwhile, and Temporal ${temporal} times`,
      ...Object.entries(ends)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([end, some]) => `${some} lives: ${end}`),
      ...named(failures),
    ],
  };
}

async function runUploads({ count, seed, say }: Asked): Promise<Run> {
  const { n, failures, refused, cleaned, memory } = await proveUploads({ count, seed, say });
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return {
    what: 'hostile files over the JSON API and the pages: refused, or kept without what was planted',
    n,
    failures: failures.length,
    details: [
      `${count} files of ${KINDS_OF_HOSTILE} kinds, each sent both ways: ${refused} times refused with a sentence, ${cleaned} times taken in cleaned`,
      `memory of the API process: ${megabytes(memory.before)} before, ${megabytes(memory.peak)} at its peak, ${megabytes(memory.after)} after`,
      ...named(failures),
    ],
  };
}

async function runJourneys({ count, seed, say }: Asked): Promise<Run> {
  const { n, failures, looks } = await journeys({ count, seed, say });
  return {
    what: 'journeys in a real Chromium: every role’s main deeds, with mistakes on the way, lead through',
    n,
    failures: failures.length,
    details: [
      `drawn from ${ALL_JOURNEYS}: every journey in az, en and ru, each at 1280 pixels, on a telephone of 360, without scripts, and by keys alone with the focus seen`,
      looks === 0
        ? 'pages and error states are looked at when all journeys are asked for'
        : `${looks} pages and error states in az, en and ru, at 1280 and 360 pixels: axe (WCAG 2.2 AA) and html-validate find nothing`,
      ...named(failures),
    ],
  };
}

async function runTamper({ count, seed, say }: Asked): Promise<Run> {
  const postgres = await startTestPostgres();
  try {
    const { n, missed, untouched } = await tamper({ count, seed, adminUrl: postgres.adminUrl, say });
    const whole = untouched.kind === 'ok';
    return {
      what: 'evidence tampered with as the owner of the database: found and named',
      n,
      failures: missed.length + (whole ? 0 : 1),
      details: [
        whole ? 'what nobody touched is found whole' : 'what nobody touched is not found whole',
        ...missed.slice(0, MOST_NAMED).map(({ number, kind }) => `not found: ${number} ${kind}`),
      ],
    };
  } finally {
    await postgres.stop();
  }
}

function named(failures: readonly Failure[]): string[] {
  return failures.slice(0, MOST_NAMED).map(({ caseNumber, what }) => `failed: ${caseNumber}: ${what}`);
}
