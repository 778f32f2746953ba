import { performance } from 'node:perf_hooks';
import { countEvents } from './countEvents.ts';
import { lanes } from './lanes.ts';
import type { Bench } from './openBench.ts';
import { startPlain } from './plain/startPlain.ts';
import type { Measure } from './report.ts';
import type { Size } from './sizes.ts';
import { type Price, priceOf, priceRows } from './price.ts';
import { readSpent } from './spent.ts';
import { medianAndRange, percentile } from './statistics.ts';
import { watchCases } from './watchCases.ts';

const RATE_TARGET = 0.7;
const EVENTS_TARGET = { own: 45, all: 80 };

/**
 * Cases a second up to their virtual FIN (registered with files uploaded beforehand, four answers "nothing against",
 * notices sent; the Centre takes the application and is silent), and by turns with it the plain Temporal case on the same server; then what one whole case costs.
 */
export async function measureCases(bench: Bench, size: Size): Promise<Measure[]> {
  await bench.agenciesWill('nothing-against');
  await bench.centresWill('silent');
  const plain = await startPlain(bench);
  const watched = watchCases(bench, 'with-fin');
  const numbers: string[] = [];
  const wholeCase = async (uploads: readonly string[]) => {
    const { caseNumber } = await bench.apply(uploads);
    numbers.push(caseNumber);
    await watched.comes(caseNumber);
  };
  try {
    bench.say('cases: warming up');
    await rate(size, await bench.upload(size.clients), wholeCase);
    await rate(size, Array.from({ length: size.clients }), plain.runCase);
    numbers.length = 0;

    const ours: number[] = [];
    const plains: number[] = [];
    const prices: Price[] = [];
    const plainPrices: Price[] = [];
    for (let pair = 1; pair <= size.pairs; pair += 1) {
      const beforeUploads = await readSpent(bench);
      const uploads = await bench.upload(size.casesARun);
      await bench.settle();
      const before = await readSpent(bench);
      const whole = await rate(size, uploads, wholeCase);
      await bench.settle();
      prices.push(priceOf(beforeUploads, before, await readSpent(bench), size.casesARun));
      const beforePlain = await readSpent(bench, plain.worker);
      const other = await rate(size, Array.from({ length: size.casesARun }), plain.runCase);
      plainPrices.push(priceOf(beforePlain, beforePlain, await readSpent(bench, plain.worker), size.casesARun));
      ours.push(whole);
      plains.push(other);
      bench.say(
        `cases: pair ${pair} of ${size.pairs}: ${whole.toFixed(1)} whole cases a second, plain ${other.toFixed(1)}`,
      );
    }
    return [
      ...rates(size, ours, plains),
      ...(await eventRows(bench, numbers)),
      ...priceRows(prices, plainPrices, 'case'),
    ];
  } finally {
    await watched.stop();
    await plain.worker.stop();
  }
}

/** How many a second, when so many clients do one after the other. */
export async function rate<I>(
  { clients }: Size,
  items: readonly I[],
  act: (item: I) => Promise<void>,
): Promise<number> {
  const begin = performance.now();
  await lanes(clients, items, act);
  return (items.length * 1_000) / (performance.now() - begin);
}

function rates(size: Size, ours: readonly number[], plains: readonly number[]): Measure[] {
  const ratios = ours.map((value, at) => value / (plains[at] ?? NaN));
  return [
    { what: `cases a second up to the FIN, ${size.clients} clients`, result: `${medianAndRange(ours, 1)} /s` },
    { what: 'plain Temporal cases a second, the same', result: `${medianAndRange(plains, 1)} /s` },
    {
      what: 'ratio of the two, pair by pair',
      result: medianAndRange(ratios, 2),
      target: `>= ${RATE_TARGET}`,
      met: percentile(ratios, 0.5) >= RATE_TARGET,
    },
  ];
}

/** The history events of cases that came to their Centre, as rows; the greatest count is held against the target. */
export async function eventRows(bench: Bench, numbers: readonly string[], which = 'answered'): Promise<Measure[]> {
  const events = await countEvents(bench, numbers, { ended: false });
  return (['own', 'all'] as const).map((scope) => {
    const counts = events.map((one) => one[scope]);
    return {
      what: `history events, ${which} case, ${scope === 'own' ? 'its own workflow' : 'with all it caused'}`,
      result: `${medianAndRange(counts, 0)} events`,
      target: `<= ${EVENTS_TARGET[scope]}`,
      met: percentile(counts, 1) <= EVENTS_TARGET[scope],
    };
  });
}
