import type { Calendar } from './calendar.ts';
import { recomputedEnd } from './recomputedEnd.ts';
import { deadline, type Deadline } from './workingDays.ts';

/** One move of a term's end by a newer calendar: both ends, the calendar, and when (all instants ISO, ms, UTC). */
export type MovedEnd = { from: string; to: string; calendarVersion: string; at: string };

/**
 * A term's explanation as stored: `endsAt` without the extensions, every move by a newer calendar (none: absent), and
 * the calendar under which a shorter end was last found and not taken (ADR 8).
 */
export type ExplainedTerm<E extends { to: string } = { to: string }> = Deadline & {
  extensions: E[];
  recomputed?: MovedEnd[];
  keptUnder?: string;
};

/** What a newer calendar makes of a running term; `explanation` is what is to be stored. */
export type RecomputedTerm<E extends { to: string }> =
  | { kind: 'unchanged' }
  /** The newer calendar gives `computed`, but the end that was shown stays. */
  | { kind: 'kept'; computed: string; calendarVersion: string; explanation: ExplainedTerm<E> }
  /** The end is the same, but the days that lead to it are others, or are no longer provisional. */
  | { kind: 'recounted'; explanation: ExplainedTerm<E> }
  | { kind: 'moved'; move: MovedEnd; explanation: ExplainedTerm<E> };

/**
 * Counts a running term anew (R1598/2.8, ADR 8), started at `startedAt` and ending at `endsAt`, under a calendar that was
 * confirmed at `confirmedAt` (ISO instants), at `countedAt` where that is later. No earlier move is lost from the explanation; asked twice under one
 * calendar it is unchanged. Throws YearNotCovered.
 */
export function recomputedTerm<E extends { to: string }>(facts: {
  stored: ExplainedTerm<E>;
  startedAt: string;
  endsAt: string;
  confirmedAt: string;
  countedAt?: string;
  calendar: Calendar;
  mayShorten: boolean;
}): RecomputedTerm<E> {
  const { stored, startedAt, endsAt, confirmedAt, countedAt = confirmedAt, calendar, mayShorten } = facts;
  const calendarVersion = calendar.version;
  if (stored.calendarVersion === calendarVersion || stored.keptUnder === calendarVersion) return { kind: 'unchanged' };
  const fresh = deadline(calendar, startedAt, stored.workingDays);
  const newEnd = recomputedEnd({
    oldEnd: stored.endsAt,
    newEnd: fresh.endsAt,
    confirmedAt,
    countedAt,
    calendar,
    mayShorten,
  });
  const { extensions, recomputed = [] } = stored;
  if (ms(newEnd) === ms(stored.endsAt) && ms(fresh.endsAt) !== ms(newEnd)) {
    const explanation = { ...stored, keptUnder: calendarVersion };
    return { kind: 'kept', computed: iso(ms(fresh.endsAt)), calendarVersion, explanation };
  }
  const from = ms(endsAt);
  const to = Math.max(ms(newEnd), ...extensions.map((extension) => ms(extension.to)));
  const explanation: ExplainedTerm<E> = { ...fresh, endsAt: newEnd, extensions };
  if (from !== to) {
    const move = { from: iso(from), to: iso(to), calendarVersion, at: iso(ms(countedAt)) };
    return { kind: 'moved', move, explanation: { ...explanation, recomputed: [...recomputed, move] } };
  }
  const same = fresh.provisional === stored.provisional && JSON.stringify(fresh.days) === JSON.stringify(stored.days);
  if (same) return { kind: 'unchanged' };
  return { kind: 'recounted', explanation: recomputed.length === 0 ? explanation : { ...explanation, recomputed } };
}

function ms(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

function iso(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({ smallestUnit: 'millisecond' });
}
