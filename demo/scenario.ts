import type { Hands } from './hands.ts';

/** The eight cases that are played. */
export const SCENARIO_IDS = [
  'silence',
  'negative-in-time',
  'one-minute-late',
  'incomplete-mended',
  'agency-down',
  'withdrawal',
  'citizen',
  'business',
] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];

/** Something done at an instant of the legal clock (ISO, Baku); the clock stands still while it is done. */
export type Step = { at: string; act: (hands: Hands) => Promise<void> };

/** One case from its first step to its end; the steps of all cases share one march of the legal clock. */
export type Scenario = { id: ScenarioId; steps: readonly Step[] };
