import type { Language } from './facts.ts';

const ZONE = 'Asia/Baku';
// Kept, because making one takes longer than all the rest of a letter.
const LONG_DAY: Record<Language, Intl.DateTimeFormat> = {
  az: new Intl.DateTimeFormat('az-AZ', { dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }),
  ru: new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long' }),
};

const ZONE_NAMES: Record<Language, string> = { az: 'Bakı vaxtı', en: 'Baku time', ru: 'по бакинскому времени' };
const HOUR: Record<Language, string> = { az: 'saat ', en: '', ru: '' };

/** An ISO day (`2026-03-19`) in words: `19 mart 2026`, `19 March 2026`, `19 марта 2026 г.`. Throws RangeError on another shape. */
export function writeDay(day: string, language: Language): string {
  return LONG_DAY[language].format(Temporal.PlainDate.from(day));
}

/** An ISO instant as day and time of Baku to the second, its zone named. Throws RangeError when it is no instant. */
export function writeInstant(instant: string, language: Language): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  return compose(there.toPlainDate(), there.toPlainTime().toString({ smallestUnit: 'second' }), there.offset, language);
}

/**
 * The instant a term ends, in words. Midnight is written as 24:00 of the last day of the term, since "00:00 on the
 * 3rd" is read by many as a whole day more. Throws RangeError when it is no instant.
 */
export function writeEnd(instant: string, language: Language): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  if (!there.equals(there.startOfDay())) return writeInstant(instant, language);
  return compose(there.toPlainDate().subtract({ days: 1 }), '24:00', there.offset, language);
}

const THERE: Record<Language, string> = { az: 'yerli vaxtla', en: 'local time', ru: 'по местному времени' };

/** An ISO instant as day and time (to the minute) of another zone (IANA), which is named. Throws RangeError when it is no instant. */
export function writeThere(instant: string, zone: string, language: Language): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(zone);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
  const named = `${THERE[language]}, ${zone}, UTC${there.offset}`;
  return `${writeDay(there.toPlainDate().toString(), language)}, ${HOUR[language]}${time} (${named})`;
}

function compose(date: Temporal.PlainDate, time: string, offset: string, language: Language): string {
  const zone = `${ZONE_NAMES[language]}, ${ZONE}, UTC${offset}`;
  return `${writeDay(date.toString(), language)}, ${HOUR[language]}${time} (${zone})`;
}
