import type { Scenario } from './scenario.ts';
import { agencyDown } from './scenarios/agencyDown.ts';
import { BUNDLE } from './scenarios/bundle.ts';
import { business } from './scenarios/business.ts';
import { citizen } from './scenarios/citizen.ts';
import { incompleteMended } from './scenarios/incompleteMended.ts';
import { negativeInTime } from './scenarios/negativeInTime.ts';
import { oneMinuteLate } from './scenarios/oneMinuteLate.ts';
import { silence } from './scenarios/silence.ts';
import { asan, centreDeficiency, damagedToken, eImza, mismatch, noShow, textsLost } from './scenarios/wholeLives.ts';
import { withdrawal } from './scenarios/withdrawal.ts';

/** Every case of the demo; at one instant their steps are done in this order. */
export const SCENARIOS: readonly Scenario[] = [
  silence,
  negativeInTime,
  oneMinuteLate,
  incompleteMended,
  agencyDown,
  withdrawal,
  citizen,
  business,
  eImza,
  asan,
  centreDeficiency,
  mismatch,
  noShow,
  damagedToken,
  textsLost,
];

/** The instants at which something is done, in order (ISO, Baku). */
export const INSTANTS: readonly string[] = [
  ...new Set([...SCENARIOS, { steps: BUNDLE }].flatMap(({ steps }) => steps.map(({ at }) => at))),
].sort((a, b) => Date.parse(a) - Date.parse(b));
