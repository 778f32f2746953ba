const DAY_MS = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** Whether a text is a real day written as ISO 8601 does: `2026-03-19`, not `2026-02-30`, and of no year 0, which never was. */
export function isDay(text: string): boolean {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && isoDay(ms) === text;
}

/** The ISO day after an ISO day. */
export function dayAfter(day: string): string {
  const ofMonth = Number(day.slice(8));
  // Every month has 28 days; only past them a calendar must be asked, which costs ten times as much.
  if (ofMonth < 28) return day.slice(0, 8) + String(ofMonth + 1).padStart(2, '0');
  return isoDay(Date.parse(day) + DAY_MS);
}

/** Whether an ISO day is a Saturday or a Sunday. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday === SATURDAY || weekday === SUNDAY;
}

/** The year of an ISO day, as a number. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
