import { Agent, request } from 'node:http';
import { openDatabase, statements } from '../cases/record/database.ts';
import { openRecord } from '../config/open.ts';
import { watchMemory } from '../prove/uploads/watchMemory.ts';
import type { Bench } from './openBench.ts';
import { atRandom, openLoop } from './openLoop.ts';
import { fillInstallation } from './pages/fillInstallation.ts';
import { type PageToLoad, pagesToLoad } from './pages/pagesToLoad.ts';
import { weigh, type Weight } from './pages/weigh.ts';
import type { Measure } from './report.ts';
import type { Size } from './sizes.ts';
import { percentile } from './statistics.ts';

const A_SECOND = 20;
/** Beside it, without session or database: how fast the machine answers at all in these seconds. */
const TRIVIAL = { path: '/assets/mark.svg', cookie: '' };
const TRIVIAL_A_SECOND = 5;
const MOST_KB = 100;
const SEED = 1598;

/**
 * How long each main page takes at 20 requests a second that come at random (an open loop), every role
 * signed in through the real provider, with so many open files; what it weighs; and whether memory stays flat.
 */
export async function measurePages(bench: Bench, size: Size): Promise<Measure[]> {
  const { stack } = bench.test;
  const url = `http://127.0.0.1:${stack.ports.api}`;
  const partOf = (wanted: string) => [...stack.parts.values()].find(({ name }) => name === wanted);
  // The copies of cases are nothing a worker could work on.
  await partOf('worker')?.stop();
  const record = await openRecord(stack.env);
  const owners = openDatabase(stack.env['MOHLET_OWNER_DATABASE_URL'] ?? '', { ordinary: 4, urgent: 1 });
  try {
    bench.say(`pages: ${size.queueFiles} open files are made`);
    const owner = statements(owners.ordinary);
    const filled = await fillInstallation(record, owner, size.queueFiles);
    const pages = await pagesToLoad(url, { record, owner, filled, files: size.queueFiles });
    for (const page of pages) await load(url, page, A_SECOND, size.pageSeconds / 4);
    const memory = await watchMemory(partOf('api')?.pid ?? 0);
    const measures: Measure[] = [];
    for (const page of pages) {
      const [its, trivial] = await Promise.all([
        load(url, page, A_SECOND, size.pageSeconds),
        load(url, TRIVIAL, TRIVIAL_A_SECOND, size.pageSeconds),
      ]);
      const row = rowOf(page, its, trivial, await weigh(`${url}${page.path}`, page.cookie));
      bench.say(`pages: ${row.what}: ${row.result}`);
      measures.push(row);
    }
    const { before, peak, after } = await memory.end();
    const [first, highest, last] = [before, peak, after].map((bytes) => `${Math.round(bytes / 1e6)} MB`);
    return [
      ...measures,
      { what: 'memory of the API before and after, and its peak', result: `${first}, ${last}; ${highest}` },
    ];
  } finally {
    await Promise.all([record.database.close(), owners.close()]);
  }
}

type Load = { p50: number; p99: number; n: number };

/** Requests come at random, whether or not those before are answered; each is timed from the instant it was due. */
async function load(
  url: string,
  { path, cookie }: Pick<PageToLoad, 'path' | 'cookie'>,
  perSecond: number,
  seconds: number,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true });
  try {
    const ask = () => answered(`${url}${path}`, cookie, agent);
    const times = await openLoop(Math.ceil(perSecond * seconds), perSecond, ask, atRandom(SEED));
    return { p50: Math.round(percentile(times, 0.5)), p99: Math.round(percentile(times, 0.99)), n: times.length };
  } finally {
    agent.destroy();
  }
}

/** Reads an answer to its end; throws unless it is 200. */
function answered(at: string, cookie: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(at, { agent, headers: { cookie } }, (answer) => {
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`${at} was answered ${answer.statusCode}`));
      });
      answer.resume();
    });
    asked.on('error', reject);
    asked.end();
  });
}

function rowOf({ name, mostMs }: PageToLoad, its: Load, trivial: Load, { html, page, whole }: Weight): Measure {
  const kb = (bytes: number) => Math.round(bytes / 1_000);
  const beside = `a trivial answer beside it ${trivial.p50}, ${trivial.p99}`;
  return {
    what: `${name}: p50, p99 (of ${its.n}); HTML, with CSS and JS, with letters`,
    result: `${its.p50}, ${its.p99} ms (${beside}); ${kb(html)}, ${kb(page)}, ${kb(whole)} KB`,
    target: `<= ${mostMs} ms, ${MOST_KB} KB`,
    met: its.p99 <= mostMs && kb(page) <= MOST_KB,
  };
}
