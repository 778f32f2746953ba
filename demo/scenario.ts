import type { Hands } from './hands.ts';

/** The cases that are played one by one; the people of the bundle come besides. */
export const SCENARIO_IDS = [
  'silence',
  'negative-in-time',
  'one-minute-late',
  'incomplete-mended',
  'agency-down',
  'withdrawal',
  'citizen',
  'business',
  'e-imza',
  'asan',
  'centre-deficiency',
  'mismatch',
  'no-show',
  'damaged-token',
  'texts-lost',
] as const;
export type ScenarioId = (typeof SCENARIO_IDS)[number];

/** Something done at an instant of the legal clock (ISO, Baku); the clock stands still while it is done. */
export type Step<H = Hands> = { at: string; act: (hands: H) => Promise<void> };

/** One case from its first step to its end; the steps of all cases share one march of the legal clock. */
export type Scenario = { id: ScenarioId; steps: readonly Step[] };
