import { isDeepStrictEqual } from 'node:util';
import type { Ending, Endings } from './ending.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';

/** One thing that came out otherwise than expected; both values as JSON. */
export type Difference = { id: ScenarioId; what: string; expected: string; found: string };

/** Everything that came out otherwise than expected, case by case; empty when all is as expected. */
export function differences(expected: Endings, found: Endings): Difference[] {
  return SCENARIO_IDS.flatMap((id) =>
    (Object.keys(found[id]) as (keyof Ending)[])
      .filter((what) => !isDeepStrictEqual(expected[id][what], found[id][what]))
      .map((what) => ({
        id,
        what,
        expected: JSON.stringify(expected[id][what]),
        found: JSON.stringify(found[id][what]),
      })),
  );
}
