import { contradictionsIn, type Contradiction } from './contradictions.ts';
import type { RecordOfSilence } from './recordOfSilence.ts';
import { isDay, isInstant, isRecord } from './shapes.ts';

export type { AskedAgency, DayOfTerm, RecordOfSilence } from './recordOfSilence.ts';

/** The `typ` of a signed record of silence. */
export const SILENCE_TYP = 'mohlet-record-of-silence+jws';

/** What a record of silence, read as a whole, comes to. */
export type CheckedRecord =
  | { kind: 'coherent'; record: RecordOfSilence }
  | { kind: 'contradicts-itself'; record: RecordOfSilence; contradictions: Contradiction[] }
  | { kind: 'malformed'; member: string };

/**
 * Reads a JSON value as a record of silence: of another shape it is `malformed` (naming the first member that does not
 * fit); of the right shape it may still contradict itself, and every contradiction is named.
 */
export function checkRecordOfSilence(value: unknown): CheckedRecord {
  if (!isRecord(value)) return { kind: 'malformed', member: 'record' };
  const fits: Record<keyof RecordOfSilence, boolean> = {
    kind: value.kind === 'record-of-silence',
    version: value.version === 1,
    nature: value.nature === 'production' || value.nature === 'rehearsal',
    installation: isText(value.installation),
    caseNumber: isText(value.caseNumber),
    clause: value.clause === 'R1598/2.8',
    decidedAt: isInstant(value.decidedAt),
    agencies: Array.isArray(value.agencies),
    outcome: value.outcome === 'approved-by-silence',
  };
  const bad = Object.entries(fits).find(([, fit]) => !fit);
  if (bad !== undefined) return { kind: 'malformed', member: bad[0] };
  const agencies = value.agencies as unknown[];
  for (const [i, agency] of agencies.entries()) {
    const member = badMember(agency);
    if (member !== null) return { kind: 'malformed', member: `agencies/${i}/${member}` };
  }
  const record = value as RecordOfSilence;
  const contradictions = contradictionsIn(record);
  return contradictions.length === 0
    ? { kind: 'coherent', record }
    : { kind: 'contradicts-itself', record, contradictions };
}

const HOW: readonly unknown[] = ['acknowledged', 'inbox-and-mail', 'by-hand', 'by-its-opinion'];

function badMember(value: unknown): string | null {
  if (!isRecord(value)) return 'agency';
  const { delivered, term, opinion } = value;
  if (!isText(value.agency)) return 'agency';
  if (!isText(value.request)) return 'request';
  if (!isRecord(delivered) || !isInstant(delivered.at) || !HOW.includes(delivered.how)) return 'delivered';
  if (!isList(value.reminders, ({ at }) => isInstant(at))) return 'reminders';
  if (opinion !== null && !(isRecord(opinion) && isInstant(opinion.at) && isText(opinion.kind))) return 'opinion';
  if (!isList(value.outages, ({ channel, from, to }) => isText(channel) && isInstant(from) && isInstantOrNull(to)))
    return 'outages';
  return isRecord(term) && isTerm(term) ? null : 'term';
}

function isTerm(term: Record<string, unknown>): boolean {
  const { recomputed = [] } = term;
  return (
    Number.isSafeInteger(term.workingDays) &&
    isList(term.days, ({ date, counted, why }) => isDay(date) && typeof counted === 'boolean' && isText(why)) &&
    isInstant(term.endsAt) &&
    isText(term.calendarVersion) &&
    typeof term.provisional === 'boolean' &&
    isList(
      term.extensions,
      ({ ground, rule, from, to }) => [ground, rule].every(isText) && [from, to].every(isInstant),
    ) &&
    isList(
      recomputed,
      ({ from, to, calendarVersion, at }) => [from, to, at].every(isInstant) && isText(calendarVersion),
    )
  );
}

function isList(value: unknown, fits: (one: Record<string, unknown>) => boolean): boolean {
  return Array.isArray(value) && value.every((one: unknown) => isRecord(one) && fits(one));
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isInstantOrNull(value: unknown): boolean {
  return value === null || isInstant(value);
}
