import nunjucks from 'nunjucks';
import type { Language } from '../../law/languages.ts';
import type { ExplainedDay } from './explainDays.ts';

const CELL = 34;
const HEAD = 44;

/**
 * The days of a term as a small picture: weeks from Monday, counted days filled, days passed over hatched by a line. It
 * says nothing that the list of days does not say; `label` is its text alternative.
 */
export function calendarPicture(days: readonly ExplainedDay[], label: string, language: Language) {
  const [first] = days;
  if (first === undefined) return new nunjucks.runtime.SafeString('');
  const monday = addDays(first.date, -((weekday(first.date) + 6) % 7));
  const weeks = Math.floor(daysBetween(monday, days.at(-1)?.date ?? first.date) / 7) + 1;
  // Not the narrow ones: in Azerbaijani they are the figures 1 to 7, which would pass for days of the month.
  const names = Array.from({ length: 7 }, (_, at) =>
    new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(
      new Date(`${addDays(monday, at)}T00:00:00Z`),
    ),
  );
  const heads = names.map((name, at) => text(at * CELL + CELL / 2, 16, name, '#505a5f', 12));
  const cells = days.map(({ date, counted }) => {
    const at = daysBetween(monday, date);
    const x = (at % 7) * CELL;
    const y = HEAD - 20 + Math.floor(at / 7) * CELL;
    const fill = counted ? '#0f7a52' : '#f3f2f1';
    const line = counted ? '' : `<path d="M${x + 5} ${y + 28}L${x + 29} ${y + 6}" stroke="#b1b4b6" stroke-width="2"/>`;
    const number = text(x + CELL / 2, y + 22, String(Number(date.slice(8))), counted ? '#ffffff' : '#383f43');
    return `<rect x="${x + 2}" y="${y + 2}" width="30" height="30" rx="4" fill="${fill}" stroke="#b1b4b6"/>${line}${number}`;
  });
  const [width, height] = [7 * CELL, HEAD - 20 + weeks * CELL + 4];
  return new nunjucks.runtime.SafeString(
    `<svg class="mohlet-calendar" role="img" aria-label="${label.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${heads.join('')}${cells.join('')}</svg>`,
  );
}

function text(x: number, y: number, said: string, fill: string, size = 14): string {
  return `<text x="${x}" y="${y}" text-anchor="middle" font-size="${size}" font-family="Noto Sans, arial, sans-serif" fill="${fill}">${said}</text>`;
}

function addDays(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
}

function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000);
}
