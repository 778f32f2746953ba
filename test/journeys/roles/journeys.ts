import { appointment, follow, mend } from './applicant.ts';
import { apply } from './apply.ts';
import { calendar } from './calendar.ts';
import { counter } from './counter.ts';
import { audit, custody, operate, register } from './offices.ts';
import { review } from './review.ts';
import { check, mayApply } from './visitor.ts';
import type { Walk } from './walk.ts';

/** Each role's main deeds, once with mistakes on the way; every journey is walked by `npm run prove -- journeys` in every language and way. */
export const JOURNEYS = {
  apply: { of: 'R1598/2.3-2.6', walk: apply },
  follow: { of: 'R1598/2.8, 2.15', walk: follow },
  mend: { of: 'R1598/2.9', walk: mend },
  appointment: { of: 'R1598/2.12', walk: appointment },
  review: { of: 'R1598/2.8', walk: review },
  counter: { of: 'R1598/2.12-2.15', walk: counter },
  custody: { of: 'R1598/2.10', walk: custody },
  register: { of: 'R1598/5.4', walk: register },
  operate: { of: 'R1598/2.7', walk: operate },
  calendar: { of: 'R1598/2.8, ADR 39', walk: calendar },
  audit: { of: 'D6', walk: audit },
  check: { of: 'D5', walk: check },
  mayApply: { of: 'R1598/1.2.1', walk: mayApply },
} as const satisfies Record<string, { of: string; walk: (walk: Walk) => Promise<void> }>;
export type JourneyName = keyof typeof JOURNEYS;
