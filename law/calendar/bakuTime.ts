/** Baku has kept UTC+4 without summer time since 2016, so in every year the calendar covers; no clock's zone enters. */
const BAKU = '+04:00';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text is a real instant of RFC 3339 with its offset; seconds and their fractions may be left out. */
export function isInstant(text: string): boolean {
  if (!INSTANT.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The ISO day in Baku on which an instant (ISO, any offset) lies; throws RangeError where it is no instant. */
export function bakuDay(instant: string): string {
  if (!INSTANT.test(instant)) throw new RangeError(`not an instant with an offset: ${instant}`);
  return Temporal.Instant.from(instant).toZonedDateTimeISO(BAKU).toPlainDate().toString();
}

/** The instant at which an ISO day begins in Baku, such as `2026-04-03T00:00:00+04:00`. */
export function startOfBakuDay(day: string): string {
  return `${day}T00:00:00${BAKU}`;
}
