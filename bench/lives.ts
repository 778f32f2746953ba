import { performance } from 'node:perf_hooks';
import { form } from '../test/support/record.ts';
import { type Life, openLives } from '../test/support/lives.ts';
import { rate } from './cases.ts';
import { countEvents } from './countEvents.ts';
import type { Bench } from './openBench.ts';
import { startPlain } from './plain/startPlain.ts';
import { type Price, priceOf, priceRows } from './price.ts';
import type { Measure } from './report.ts';
import type { Size } from './sizes.ts';
import { readSpent } from './spent.ts';
import { medianAndRange, percentile } from './statistics.ts';
import { watchCases } from './watchCases.ts';

/** What a whole issuance may have of history events. */
const MOST_EVENTS = 150;
const ASAN = { carrier: 'asan-imza-sim', asanNumber: '+994 50 123 45 67', mobileOperator: 'azercell' };

/**
 * Whole issuances a second, from the form to the entry in the register with every deed of every party over HTTP, and by
 * turns with them the plain Temporal life on the same server; then what one costs, and its history events.
 */
export async function measureLives(bench: Bench, size: Size): Promise<Measure[]> {
  await bench.agenciesWill('nothing-against');
  await bench.centresWill('issue');
  const plain = await startPlain(bench);
  const watched = { invitation: watchCases(bench, 'invitation'), ended: watchCases(bench, 'ended') };
  const lives = await openLives(bench.test, {
    comesTo: (number, stage) => watched[stage === 'ended' ? 'ended' : 'invitation'].comes(number),
  });
  const wholeLife = async (uploads: readonly string[], carrier: object = {}): Promise<Life> => {
    const application = { ...form('foreigner-personal-token'), ...carrier };
    const life = lives.of(await bench.apply(uploads, application), application);
    await lives.comesTo(life.caseNumber, 'invitation');
    await lives.identify(life);
    await lives.finish(life);
    return life;
  };
  const numbers: string[] = [];
  const seconds: number[] = [];
  const timed = async (uploads: readonly string[]) => {
    const begin = performance.now();
    numbers.push((await wholeLife(uploads)).caseNumber);
    seconds.push((performance.now() - begin) / 1_000);
  };
  try {
    bench.say('lives: warming up');
    await rate(size, await bench.upload(size.clients), async (uploads) => void (await wholeLife(uploads)));
    await rate(size, Array.from({ length: size.clients }), plain.runLife);

    const [ours, plains]: number[][] = [[], []];
    const prices: Price[] = [];
    const plainPrices: Price[] = [];
    for (let pair = 1; pair <= size.pairs; pair += 1) {
      const beforeUploads = await readSpent(bench);
      const uploads = await bench.upload(size.livesARun);
      await bench.settle();
      const before = await readSpent(bench);
      const whole = await rate(size, uploads, timed);
      await bench.settle();
      prices.push(priceOf(beforeUploads, before, await readSpent(bench), size.livesARun));
      const beforePlain = await readSpent(bench, plain.worker);
      const other = await rate(size, Array.from({ length: size.livesARun }), plain.runLife);
      plainPrices.push(priceOf(beforePlain, beforePlain, await readSpent(bench, plain.worker), size.livesARun));
      ours?.push(whole);
      plains?.push(other);
      bench.say(`lives: pair ${pair} of ${size.pairs}: ${whole.toFixed(2)} a second, plain ${other.toFixed(1)}`);
    }
    const asan: string[] = [];
    await rate(size, await bench.upload(size.asanLives), async (uploads) => {
      asan.push((await wholeLife(uploads, ASAN)).caseNumber);
    });
    return [
      ...rates(size, ours ?? [], plains ?? [], seconds),
      await eventsOf(bench, 'E-imza', numbers),
      await eventsOf(bench, 'ASAN', asan),
      ...priceRows(prices, plainPrices, 'life'),
    ];
  } finally {
    await Promise.all([watched.invitation.stop(), watched.ended.stop(), lives.close(), plain.worker.stop()]);
  }
}

function rates(size: Size, ours: readonly number[], plains: readonly number[], seconds: readonly number[]): Measure[] {
  const ratios = ours.map((value, at) => value / (plains[at] ?? NaN));
  const [p50, p99] = [percentile(seconds, 0.5).toFixed(1), percentile(seconds, 0.99).toFixed(1)];
  return [
    { what: `whole issuances a second, ${size.clients} clients`, result: `${medianAndRange(ours, 2)} /s` },
    { what: 'plain Temporal lives a second, the same', result: `${medianAndRange(plains, 1)} /s` },
    { what: 'ratio of the two lives, pair by pair', result: medianAndRange(ratios, 2) },
    { what: 'form to register entry, nobody pausing, p50 and p99', result: `${p50} s, ${p99} s` },
  ];
}

async function eventsOf(bench: Bench, which: string, numbers: readonly string[]): Promise<Measure> {
  const counts = (await countEvents(bench, numbers, { ended: true })).map(({ all }) => all);
  return {
    what: `history events, whole issuance, ${which}`,
    result: `${medianAndRange(counts, 0)} events`,
    target: `<= ${MOST_EVENTS}`,
    met: percentile(counts, 1) <= MOST_EVENTS,
  };
}
