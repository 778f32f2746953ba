import type { Language } from '../../law/languages.ts';

const BAKU = 'Asia/Baku';

const formats = new Map<string, Intl.DateTimeFormat>();

/** A format is dear to make and cheap to use: a list of fifty rows would else spend its time on making two hundred. */
function formatOf(
  kind: 'day' | 'instant',
  language: Language,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const name = `${kind} ${language} ${timeZone}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, { ...options, timeZone });
  formats.set(name, made);
  return made;
}

const OF_DAY = { day: 'numeric', month: 'long', year: 'numeric', weekday: 'long' } as const;
const OF_INSTANT = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
} as const;

/** A day in words, in the reader's language, without the weekday's or month's case mistaken: `31 mart 2026, çərşənbə axşamı`. */
export function dayInWords(day: string, language: Language): string {
  const instant = day.length === 10 ? `${day}T00:00:00Z` : day;
  const timeZone = day.length === 10 ? 'UTC' : BAKU;
  const parts = formatOf('day', language, timeZone, OF_DAY).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('weekday')}`;
}

/** The end of a term (ISO) as day and hour of Baku: midnight is 24:00 of the day that ends, as in the letters, for many take 00:00 for a day later. */
export function endInWords(endsAt: string, language: Language): string {
  const words = instantInWords(endsAt, language);
  if (!words.endsWith(' 00:00')) return words;
  return instantInWords(new Date(Date.parse(endsAt) - 1).toISOString(), language).replace(/ \S+$/, ' 24:00');
}

/** An instant (ISO) as day and hour of a time zone, Baku unless said: `31.03.2026 09:05`. */
export function instantInWords(instant: string, language: Language, timeZone: string = BAKU): string {
  const parts = formatOf('instant', language, timeZone, OF_INSTANT).formatToParts(new Date(instant));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('day')} ${part('month')} ${part('year')}, ${part('hour') === '24' ? '00' : part('hour')}:${part('minute')}`;
}
