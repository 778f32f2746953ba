import { type Language, LANGUAGES } from '../law/languages.ts';
import { type Mode, MODES } from '../test/journeys/hand.ts';
import { type JourneyName, JOURNEYS } from '../test/journeys/roles/journeys.ts';
import { openWalks } from '../test/journeys/roles/walk.ts';
import { walkJourney } from '../test/journeys/walkJourney.ts';
import { looks } from '../test/looking/looks.ts';
import { states } from '../test/looking/states.ts';
import { sweep } from '../test/looking/sweep.ts';
import { openLookingWorld } from '../test/looking/world.ts';
import { closeBrowser } from '../test/support/browser.ts';
import type { Failure } from './check.ts';
import type { Say } from './proofStack.ts';
import { chanceFrom } from './tamper/chance.ts';

type Walked = { journey: JourneyName; language: Language; mode: Mode };

/** Every journey in every language and way. */
const ALL: readonly Walked[] = (Object.keys(JOURNEYS) as JourneyName[]).flatMap((journey) =>
  LANGUAGES.flatMap((language) => (Object.keys(MODES) as Mode[]).map((mode) => ({ journey, language, mode }))),
);
export const ALL_JOURNEYS = ALL.length;

/** Journeys walked at once: people wait for pages, pages for the database. */
const LANES = 3;

/**
 * Walks `count` journeys in an order drawn by the seed, each once in every language and way before any comes again; when
 * all of them are asked for, every page and error state is opened in every language too. A failure names what did not
 * lead through.
 */
export async function journeys({ count, seed, say }: { count: number; seed: number; say: Say }) {
  const rounds = Array.from({ length: Math.ceil(count / ALL.length) }, (_, at) => shuffled(ALL, seed + at)).flat();
  const drawn = rounds.slice(0, count);
  try {
    const walked = await walkAll(drawn, say);
    const looked = count >= ALL.length ? await lookAtAll(say) : { n: 0, failures: [] };
    return { n: drawn.length, looks: looked.n, failures: [...walked, ...looked.failures] };
  } finally {
    await closeBrowser();
  }
}

type Walks = Awaited<ReturnType<typeof openWalks>>;

/** Every lane walks over a record of its own, so that nobody finds another's case on his desk. */
async function walkAll(all: readonly Walked[], say: Say): Promise<Failure[]> {
  const left = [...all];
  const failures: Failure[] = [];
  let walked = 0;
  const opened: Walks[] = [];
  const lane = async (walks: Walks) => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      const failure = await failureOf(walks, one);
      if (failure !== null) {
        failures.push(failure);
        say(`failed: ${failure.caseNumber}: ${failure.what}`);
      }
      walked += 1;
      if (walked % 12 === 0) say(`${walked} of ${all.length} journeys walked`);
    }
  };
  try {
    // One after the other, and the style sheet made: what is busy with that lets nobody's connection through in time.
    while (opened.length < Math.min(LANES, all.length)) opened.push(await openWalks());
    await fetch(`${opened[0]?.pages.url}/assets/mohlet.css`);
    await Promise.all(opened.map(lane));
  } finally {
    await Promise.all(opened.map((walks) => walks.stop()));
  }
  return failures;
}

async function failureOf(walks: Walks, one: Walked): Promise<Failure | null> {
  try {
    await walkJourney(walks, one);
    return null;
  } catch (fault) {
    const what = fault instanceof Error ? (fault.message.split('\n')[0] ?? '') : String(fault);
    return { caseNumber: `${one.journey} in ${one.language}, ${one.mode}`, what };
  }
}

async function lookAtAll(say: Say): Promise<{ n: number; failures: Failure[] }> {
  const failures: Failure[] = [];
  let n = 0;
  for (const language of LANGUAGES) {
    const world = await openLookingWorld();
    try {
      const all = [...looks(world), ...states(world)];
      for (const { look, why } of await sweep(world, all, language))
        failures.push({ caseNumber: `${look} in ${language}`, what: why.split('\n').slice(0, 4).join(' ') });
      n += all.length;
      say(`${all.length} pages and error states looked at in ${language}`);
    } finally {
      await world.stop();
    }
  }
  return { n, failures };
}

/** The same items in an order that the seed draws (Fisher and Yates). */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  const chance = chanceFrom(seed);
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
