import type { Language } from './words.ts';

const LOCALES: Record<Language, string> = { az: 'az-AZ', en: 'en-GB', ru: 'ru-RU' };
const ZONE = 'Asia/Baku';

/** An ISO day in words, with its weekday: `Thu 19 March`. Throws RangeError on another shape. */
export function writeDay(day: string, language: Language): string {
  const parts = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
  return `${parts({ weekday: 'short' })} ${parts({ day: 'numeric', month: 'long' })}`;
}

/** An ISO instant as weekday, day and time of Baku; seconds only where there are any. Throws RangeError when it is none. */
export function writeWhen(instant: string, language: Language): string {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
  const time = there.toPlainTime();
  const whole = time.second === 0 && time.millisecond === 0;
  return `${writeDay(there.toPlainDate().toString(), language)} ${whole ? time.toString({ smallestUnit: 'minute' }) : time.toString()}`;
}

/** An ISO instant as day, month and year of Baku. Throws RangeError when it is none. */
export function writeDate(instant: string, language: Language): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(LOCALES[language], options).format(new Date(instant));
}

/** An instant as ISO text in Baku time: `2026-04-03T00:00:00+04:00`; null stays null. */
export function inBaku(instant: string | null): string | null {
  if (instant === null) return null;
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never' });
}
