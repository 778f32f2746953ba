import { buildCalendar, type Calendar, type Decision } from '../../law/calendar/calendar.ts';
import { parameterOn, type ParameterName, type ParameterRow, type ParameterValue } from '../../law/parameters.ts';
import type { Tx } from './database.ts';

const built = new Map<string, Calendar>();

/**
 * The calendar as it was known on a day, from the dated decisions in the database. Building it is remembered by the
 * decisions' own mark and the day, so that a new decision is seen at once.
 */
export async function calendarKnownOn(tx: Tx, day: string): Promise<Calendar> {
  const { mark } = await tx.one<{ mark: string }>(
    `SELECT count(*) || '/' || coalesce(max(id), 0) AS mark FROM calendar_decision`,
  );
  const key = `${mark} ${day}`;
  const known = built.get(key);
  if (known !== undefined) return known;
  const decisions = await tx.many<Decision>(
    `SELECT day, kind, instead, published FROM calendar_decision ORDER BY day, kind`,
  );
  const calendar = buildCalendar(decisions, day);
  if (built.size > 64) built.clear();
  built.set(key, calendar);
  return calendar;
}

/** A dated parameter as in force on a day (ISO, Baku): for a running case, its filing day. */
export async function parameterInForce<N extends ParameterName>(
  tx: Tx,
  name: N,
  day: string,
): Promise<ParameterValue<N>> {
  const rows = await tx.many<ParameterRow>(
    `SELECT name, in_force_from AS "inForceFrom", value, ground FROM parameter WHERE name = $1`,
    [name],
  );
  return parameterOn(rows, name, day);
}
