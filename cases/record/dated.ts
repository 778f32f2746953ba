import { buildCalendar, type Calendar, type Decision } from '../../law/calendar/calendar.ts';
import { parameterOn, type ParameterName, type ParameterRow, type ParameterValue } from '../../law/parameters.ts';
import type { Tx } from './database.ts';

/** Held shared by whoever begins a term, and alone by whoever changes the calendar. */
const CALENDAR_LOCK = 77_003;

const built = new Map<string, Calendar>();

/**
 * The calendar as it was known on a day, from the dated decisions in the database. Building it is remembered by the
 * decisions' own mark and the day, so that a new decision is seen at once.
 */
export async function calendarKnownOn(tx: Tx, day: string): Promise<Calendar> {
  const key = `${await markOfDecisions(tx)} ${day}`;
  const known = built.get(key);
  if (known !== undefined) return known;
  const calendar = buildCalendar(await readDecisions(tx), day);
  if (built.size > 64) built.clear();
  built.set(key, calendar);
  return calendar;
}

/**
 * The same for a term that begins in this transaction: until it ends, no other decision becomes known (ADR 39), so that
 * no term begins under a calendar that is the newest no longer and is missed by the counting anew.
 */
export async function calendarForNewTerm(tx: Tx, day: string): Promise<Calendar> {
  await tx.run(`SELECT pg_advisory_xact_lock_shared(${CALENDAR_LOCK})`);
  return calendarKnownOn(tx, day);
}

/** Waits until every term that was about to begin has begun, and lets none begin until this transaction ends. */
export async function holdCalendar(tx: Tx): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(${CALENDAR_LOCK})`);
}

/** What names the state of the decisions: it changes with every one that is entered or taken back. */
export async function markOfDecisions(tx: Tx): Promise<string> {
  const { mark } = await tx.one<{ mark: string }>(
    `SELECT count(*) || '/' || coalesce(max(id), 0) || '/' || count(taken_back) AS mark FROM calendar_decision`,
  );
  return mark;
}

/** Every decision ever entered, with the day since which one is taken back. */
export async function readDecisions(tx: Tx): Promise<(Decision & { id: number })[]> {
  return tx.many(
    `SELECT id, day, kind, instead, published, taken_back AS "takenBack" FROM calendar_decision ORDER BY day, kind, id`,
  );
}

/** A dated parameter as in force on a day (ISO, Baku): for a running case, its filing day. */
export async function parameterInForce<N extends ParameterName>(
  tx: Tx,
  name: N,
  day: string,
): Promise<ParameterValue<N>> {
  return parameterOn(await parameterRows(tx, name), name, day);
}

/** Every dated row of a parameter. */
export async function parameterRows(tx: Tx, name: ParameterName): Promise<ParameterRow[]> {
  return tx.many<ParameterRow>(
    `SELECT name, in_force_from AS "inForceFrom", value, ground FROM parameter WHERE name = $1`,
    [name],
  );
}
