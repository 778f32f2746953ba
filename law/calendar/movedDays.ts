import { dayAfter, isWeekend } from './days.ts';
import type { Holiday, HolidayOnDay } from './holidays.ts';

/** Why a working day became a day off: a rest day fell on a holiday, or Ramazan or Qurban fell on another holiday. */
export type MovedDayOff = `moved:${Holiday}` | 'coincided:ramazan' | 'coincided:qurban';

type Owed = { day: string; why: MovedDayOff };

/**
 * The working days that become days off because holidays took others' place (Labour Code article 105), by ISO day.
 * Each owed day takes the next working day still free after the day it is owed for, so that 31 December passes over 1
 * and 2 January; `isNamed` says which days are off by name already. Swaps come after and are not looked at: a day
 * given here may be taken back, and its owner gets no other.
 */
export function movedDays(
  holidays: readonly HolidayOnDay[],
  isNamed: (day: string) => boolean,
): Map<string, MovedDayOff> {
  const taken = new Map<string, MovedDayOff>();
  for (const { day, why } of [...owedForWeekends(holidays), ...owedForCoincidences(holidays)]) {
    let free = dayAfter(day);
    while (isWeekend(free) || isNamed(free) || taken.has(free)) free = dayAfter(free);
    taken.set(free, why);
  }
  return taken;
}

/** A rest day is owed once, however many holidays share it. */
function owedForWeekends(holidays: readonly HolidayOnDay[]): Owed[] {
  const firstOfDay = new Map<string, Owed>();
  for (const { day, holiday } of holidays) {
    if (isWeekend(day) && !firstOfDay.has(day)) firstOfDay.set(day, { day, why: `moved:${holiday}` });
  }
  return inOrder([...firstOfDay.values()]);
}

function owedForCoincidences(holidays: readonly HolidayOnDay[]): Owed[] {
  const seen = new Set<string>();
  const owed: Owed[] = [];
  for (const { day, holiday } of holidays) {
    if (seen.has(day) && (holiday === 'ramazan' || holiday === 'qurban'))
      owed.push({ day, why: `coincided:${holiday}` });
    seen.add(day);
  }
  return inOrder(owed);
}

function inOrder(owed: Owed[]): Owed[] {
  return owed.sort((a, b) => a.day.localeCompare(b.day));
}
