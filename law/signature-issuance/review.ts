import { bakuDay, startOfBakuDay } from '../calendar/bakuTime.ts';
import type { Calendar } from '../calendar/calendar.ts';
import { covers } from '../calendar/coveredYears.ts';
import { dayAfter } from '../calendar/days.ts';
import type { ClauseId } from '../clauses.ts';

/** What is left of a term: whole working days after today, hours of today, and whether today is its last working day. */
export type TimeLeft = { kind: 'ended' } | { kind: 'left'; workingDays: number; hours: number; lastDay: boolean };

/**
 * What is left of a term at an instant (both ISO): the working days that begin after today in Baku and before its end,
 * and the whole hours of today where today is a working day, or the day the term ends with (a kept end may lie on a day
 * that was taken off since, ADR 8). `lastDay` is when no further working day follows.
 */
export function timeLeft(calendar: Calendar, now: string, endsAt: string): TimeLeft {
  const left = Date.parse(endsAt) - Date.parse(now);
  if (left <= 0) return { kind: 'ended' };
  const today = bakuDay(now);
  const lastDay = bakuDay(new Date(Date.parse(endsAt) - 1).toISOString());
  let workingDays = 0;
  for (let day = dayAfter(today); day <= lastDay; day = dayAfter(day)) if (mayBeWorked(calendar, day)) workingDays++;
  const midnight = Date.parse(startOfBakuDay(dayAfter(today)));
  const ofToday = Math.min(midnight, Date.parse(endsAt)) - Date.parse(now);
  const hours = mayBeWorked(calendar, today) || today === lastDay ? Math.floor(ofToday / 3_600_000) : 0;
  return { kind: 'left', workingDays, hours, lastDay: workingDays === 0 };
}

/** A day of a year that the calendar does not cover counts as worked: nobody knows that it is not, and a queue must be shown. */
function mayBeWorked(calendar: Calendar, day: string): boolean {
  return !covers(calendar.coveredYears, day) || calendar.whyWorked(day) !== null;
}

/** Why a reviewer may not give an agency's opinion on a file. */
export type ReviewRefusal = { kind: 'refused'; clause: ClauseId; reason: 'own-application' };

/**
 * Whether a reviewer may speak for his agency in a case (ADR 34): nobody judges his own application, also as another's
 * stand-in; neither where the sign-on says that he is the applicant, nor where he declared himself a party.
 */
export function mayReview(facts: { isApplicant: boolean; declaredParty: boolean }): { kind: 'may' } | ReviewRefusal {
  return facts.isApplicant || facts.declaredParty
    ? { kind: 'refused', clause: 'R1598/2.8', reason: 'own-application' }
    : { kind: 'may' };
}

/** The instant (ISO) at which the working day ends that runs now, or the next one where none runs (Baku). */
export function endOfWorkingDay(calendar: Calendar, now: string): string {
  let day = bakuDay(now);
  while (!mayBeWorked(calendar, day)) day = dayAfter(day);
  return startOfBakuDay(dayAfter(day));
}
