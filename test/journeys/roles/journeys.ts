import { appointment, follow, mend } from './applicant.ts';
import { apply } from './apply.ts';
import { counter } from './counter.ts';
import { audit, custody, operate, register } from './offices.ts';
import { review } from './review.ts';
import { check, mayApply } from './visitor.ts';

/** Each role's main deeds, once with mistakes on the way; every journey is walked by `npm run prove -- journeys` in every language and way. */
export const JOURNEYS = {
  apply,
  follow,
  mend,
  appointment,
  review,
  counter,
  custody,
  register,
  operate,
  audit,
  check,
  mayApply,
} as const;
export type JourneyName = keyof typeof JOURNEYS;
