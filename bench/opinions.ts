import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { exchange } from '../adapters/x-road/exchange.ts';
import { clientHeader, servicePath } from '../adapters/x-road/identifiers.ts';
import { AGENCY_SUBSYSTEMS, OPINIONS } from '../adapters/x-road/members.ts';
import { AGENCIES, type Agency } from '../law/signature-issuance/agencies.ts';
import { lanes } from './lanes.ts';
import type { Bench } from './openBench.ts';
import { openLoop } from './openLoop.ts';
import type { Measure } from './report.ts';
import type { Size } from './sizes.ts';
import { percentile } from './statistics.ts';

const P50_TARGET_MS = 8;
const P99_RATIO_TARGET = 2;
/** The fourth agency keeps its answer, so that every case stays open while it is measured. */
const ANSWERING = AGENCIES.slice(0, 3);

type Give = (caseNumber: string, agency: Agency) => Promise<void>;

/**
 * How long an agency waits for the answer to its opinion, at a fixed rate with so many open cases, alone and while all
 * clients bring in whole cases; beside it, in the same seconds, a bare committed INSERT on a connection of its own.
 */
export async function measureOpinions(bench: Bench, size: Size): Promise<Measure[]> {
  await bench.centresWill('silent');
  const give = await opinionSender(bench);
  const quietCases = await openCases(bench, size);
  bench.say(`opinions: ${size.opinionsASecond} a second on ${size.openCases} open cases`);
  const quiet = await sample(bench, size, quietCases, give);

  const burstCases = await openCases(bench, size);
  const burst = await burstOfCases(bench, size);
  bench.say('opinions: the same during a burst of applications');
  const during = await sample(bench, size, burstCases, give);
  const cases = await burst.end();
  bench.say(`opinions: ${cases} whole cases came in meanwhile`);
  await lanes(4, [...quietCases, ...burstCases], (number) => give(number, AGENCIES[3]));
  await bench.settle();
  return [...rows('alone', quiet, true), ...rows('during a burst', during, false)];
}

async function openCases(bench: Bench, { openCases: count }: Size): Promise<string[]> {
  bench.say(`opinions: ${count} cases are opened`);
  await bench.agenciesWill('silent');
  const opened = await lanes(8, await bench.upload(count), (uploads) => bench.apply(uploads));
  await bench.settle();
  return opened.map(({ caseNumber }) => caseNumber);
}

type Sample = { opinions: number[]; inserts: number[] };

async function sample(bench: Bench, size: Size, cases: readonly string[], give: Give): Promise<Sample> {
  const bare = await bareInsert(bench);
  const letters = ANSWERING.flatMap((agency) => cases.map((caseNumber) => ({ caseNumber, agency })));
  try {
    const [opinions, inserts] = await Promise.all([
      openLoop(letters.length, size.opinionsASecond, (at) => {
        const letter = letters[at];
        return letter === undefined ? Promise.resolve() : give(letter.caseNumber, letter.agency);
      }),
      openLoop(letters.length, size.opinionsASecond, () => bare.insert()),
    ]);
    return { opinions, inserts };
  } finally {
    await bare.close();
  }
}

/** Every client brings in one whole case after another until told to end; `end` says how many were registered. */
async function burstOfCases(bench: Bench, size: Size): Promise<{ end(): Promise<number> }> {
  await bench.agenciesWill('nothing-against');
  const uploads = await bench.upload(size.casesARun);
  await bench.settle();
  let over = false;
  let registered = 0;
  const client = async () => {
    for (let one = uploads.pop(); one !== undefined && !over; one = uploads.pop()) {
      await bench.apply(one);
      registered += 1;
    }
  };
  const running = Promise.all(Array.from({ length: size.clients }, client));
  running.catch(() => undefined);
  return {
    end: async () => {
      over = true;
      await running;
      return registered;
    },
  };
}

/** Sends opinions as an agency's security server does: TLS with its certificate, connections kept open. */
async function opinionSender({ test }: Bench): Promise<Give> {
  const keys = test.stack.env['MOHLET_SIMULATOR_KEYS'] ?? '';
  const read = (name: string) => readFile(join(keys, name), 'utf8');
  const ca = await read('ca.crt');
  const own = new Map<Agency, { ca: string; cert: string; key: string }>();
  for (const agency of AGENCIES)
    own.set(agency, { ca, cert: await read(`${agency}.crt`), key: await read(`${agency}.key`) });
  const url = `https://127.0.0.1:${test.stack.ports.provider}${servicePath(OPINIONS)}`;
  return async (caseNumber, agency) => {
    const tls = own.get(agency);
    const outcome = await exchange({
      url,
      method: 'POST',
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'X-Road-Client': clientHeader(AGENCY_SUBSYSTEMS[agency]),
        'X-Road-Id': randomUUID(),
        'X-Road-Issue': caseNumber,
      },
      body: Buffer.from('{"kind":"nothing-against"}'),
      timeoutMs: 30_000,
      ...(tls !== undefined && { tls }),
    });
    const got = outcome.kind === 'failed' ? outcome.failure : outcome.status;
    if (got !== 200) throw new Error(`an opinion was answered ${got}`);
  };
}

/** A committed INSERT into a table of its own in a database of its own on the same server: what the disk alone costs. */
async function bareInsert({ test }: Bench): Promise<{ insert(): Promise<void>; close(): Promise<void> }> {
  // A pool of one connection: what comes while it is busy waits in line.
  const client = new pg.Pool({ connectionString: test.stack.adminUrl, max: 1 });
  await client.query(`CREATE TABLE IF NOT EXISTS bare (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text)`);
  const body = 'x'.repeat(200);
  return {
    insert: async () =>
      void (await client.query({ name: 'bare', text: `INSERT INTO bare (body) VALUES ($1)`, values: [body] })),
    close: () => client.end(),
  };
}

function rows(when: string, { opinions, inserts }: Sample, isAlone: boolean): Measure[] {
  const ms = (values: readonly number[], share: number) => percentile(values, share).toFixed(1);
  const [p50, ratio] = [percentile(opinions, 0.5), percentile(opinions, 0.99) / percentile(inserts, 0.99)];
  return [
    {
      what: `opinion answered, ${when}, p50`,
      result: `${p50.toFixed(1)} ms`,
      ...(isAlone && { target: `<= ${P50_TARGET_MS} ms`, met: p50 <= P50_TARGET_MS }),
    },
    { what: `opinion answered, ${when}, p99 (of ${opinions.length})`, result: `${ms(opinions, 0.99)} ms` },
    {
      what: `bare INSERT beside it, ${when}, p50 and p99`,
      result: `${ms(inserts, 0.5)} ms, ${ms(inserts, 0.99)} ms`,
    },
    {
      what: `ratio of the p99, ${when}`,
      result: ratio.toFixed(1),
      target: `<= ${P99_RATIO_TARGET}`,
      met: ratio <= P99_RATIO_TARGET,
    },
  ];
}
