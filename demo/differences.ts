import { isDeepStrictEqual } from 'node:util';
import type { Endings } from './ending.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';

/** One thing that came out otherwise than expected; both values as JSON. */
export type Difference = { id: ScenarioId | 'bundle'; what: string; expected: string; found: string };

/** Everything that came out otherwise than expected, case by case, then the bundle; empty when all is as expected. */
export function differences(expected: Endings, found: Endings): Difference[] {
  return [
    ...SCENARIO_IDS.flatMap((id) => differing(id, expected.cases[id], found.cases[id])),
    ...differing('bundle', expected.bundle, found.bundle),
  ];
}

function differing<E extends object>(id: Difference['id'], expected: E, found: E): Difference[] {
  return (Object.keys(found) as (keyof E & string)[])
    .filter((what) => !isDeepStrictEqual(expected[what], found[what]))
    .map((what) => ({ id, what, expected: JSON.stringify(expected[what]), found: JSON.stringify(found[what]) }));
}
