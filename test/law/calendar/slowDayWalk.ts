/**
 * The rules of the calendar a second time, written from their text and sharing nothing with law/calendar: it walks from
 * 30 December 2016 day by day and carries a debt of days off, which every plain working day pays one of.
 */
export type SlowRow = { day: string; kind: string; instead: string; known: string };

const HOLIDAYS = '0101 0102 0308 0320 0321 0322 0323 0324 0509 0528 0615 0626 1109 1231'.split(' ');

/** The rows of the decision file, read by columns. */
export function slowRows(text: string): SlowRow[] {
  const rows: SlowRow[] = [];
  for (const line of text.split('\n')) {
    const match = /^(\d{4}-\d\d-\d\d),(\w+),([\d-]*),([\d-]*)$/.exec(line);
    if (match === null) continue;
    const [, day = '', kind = '', instead = '', published = ''] = match;
    rows.push({ day, kind, instead, known: published === '' ? `${Number(day.slice(0, 4)) - 1}-12-31` : published });
  }
  return rows;
}

/** All non-working ISO days from 30 December 2016 to the end of 2027. */
export function slowDaysOff(rows: readonly SlowRow[], knownOn = '9999-12-31'): string[] {
  const known = rows.filter((row) => row.known <= knownOn);
  const daysOff: string[] = [];
  let debt = 0;
  for (const date = new Date('2016-12-30T12:00:00Z'); date.getUTCFullYear() < 2028; date.setUTCHours(36)) {
    const day = date.toISOString().split('T')[0]!;
    const monthDay = day.slice(5).replace('-', '');
    const rest = [0, 6].includes(date.getUTCDay());
    const fixed = HOLIDAYS.includes(monthDay) || (monthDay === '1108' && date.getUTCFullYear() >= 2021);
    const moon = known.filter((row) => row.day === day && (row.kind === 'ramazan' || row.kind === 'qurban')).length;
    const voting = known.some((row) => row.day === day && row.kind === 'election');
    let off = rest || fixed || moon > 0 || voting || monthDay === '0120';
    if (!off && debt > 0) {
      off = true;
      debt -= 1;
    }
    if (rest && (fixed || moon > 0)) debt += 1;
    debt += fixed ? moon : Math.max(0, moon - 1);
    if (known.some((row) => row.kind === 'swap' && row.day === day)) off = true;
    if (known.some((row) => row.kind === 'swap' && row.instead === day)) off = false;
    if (off) daysOff.push(day);
  }
  return daysOff;
}

/** The end of a term in Unix milliseconds: hour by hour in Baku, until N working days have gone by after the first. */
export function slowEnd(daysOff: ReadonlySet<string>, receivedMs: number, workingDays: number): number {
  const hour = 3_600_000;
  let at = Math.floor(receivedMs / hour) * hour;
  const bakuDayAt = (ms: number) => new Date(ms + 4 * hour).toISOString().split('T')[0]!;
  const firstDay = bakuDayAt(at);
  for (let hours = 0; hours < workingDays * 24; at += hour) {
    const day = bakuDayAt(at);
    if (day !== firstDay && !daysOff.has(day)) hours += 1;
  }
  return at;
}
