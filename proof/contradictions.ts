import type { AskedAgency, RecordOfSilence } from './recordOfSilence.ts';

/** The four agencies of R1598/2.7, as a record of silence names them. */
const ASKED_AGENCIES = ['internal-affairs', 'foreign-affairs', 'state-security', 'foreign-intelligence'] as const;

/** A way in which a record of silence can speak against itself. */
export type ContradictionKind =
  | 'not-the-four-agencies'
  | 'nobody-silent'
  | 'negative-opinion'
  | 'ends-after-decision'
  | 'days-do-not-give-the-end'
  | 'moves-do-not-give-the-end'
  | 'opinion-outside-term'
  | 'reminder-outside-term'
  | 'outage-ends-before-it-begins';

/** One contradiction, and in which agency's part it stands (null: in the whole). */
export type Contradiction = { kind: ContradictionKind; agency: string | null };

/**
 * What in a record of silence does not hold together (R1598/2.8): silence counts only when all four were asked, each
 * term ended before the decision, the days give that end, and nothing negative came. Empty for a coherent record.
 */
export function contradictionsIn(record: RecordOfSilence): Contradiction[] {
  const found: Contradiction[] = [];
  const named = record.agencies.map(({ agency }) => agency).toSorted();
  if (named.join() !== [...ASKED_AGENCIES].toSorted().join())
    found.push({ kind: 'not-the-four-agencies', agency: null });
  if (record.agencies.every(({ opinion }) => opinion !== null)) found.push({ kind: 'nobody-silent', agency: null });
  for (const asked of record.agencies)
    for (const kind of contradictionsOfAgency(asked, record.decidedAt)) found.push({ kind, agency: asked.agency });
  return found;
}

function contradictionsOfAgency(asked: AskedAgency, decidedAt: string): ContradictionKind[] {
  const { delivered, term, opinion, reminders, outages } = asked;
  const began = Date.parse(delivered.at);
  const end = Date.parse(term.endsAt);
  const decided = Date.parse(decidedAt);
  const inside = (at: string) => Date.parse(at) >= began && Date.parse(at) < end;
  const found: ContradictionKind[] = [];
  // The file is a stranger's: what the type excludes may stand in it all the same.
  if (opinion !== null && (opinion.kind as string) !== 'nothing-against') found.push('negative-opinion');
  if (end > decided) found.push('ends-after-decision');
  if (!givesTheEnd(asked)) found.push('days-do-not-give-the-end');
  if (!movesGiveTheEnd(asked)) found.push('moves-do-not-give-the-end');
  if (opinion !== null && !inside(opinion.at)) found.push('opinion-outside-term');
  if (!reminders.every(({ at }) => inside(at))) found.push('reminder-outside-term');
  if (!outages.every(({ from, to }) => to === null || Date.parse(from) <= Date.parse(to)))
    found.push('outage-ends-before-it-begins');
  return found;
}

/**
 * The days run without a gap from the one of delivery, which never counts, to the last counted one; as many count as
 * the term has; and the end is not before 24:00 of the last, nor before what an extension says. It may be later than
 * the days say: a newer calendar never takes back a day that an agency was already shown.
 */
function givesTheEnd({ delivered, term }: AskedAgency): boolean {
  const { days, extensions } = term;
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) return false;
  const follow = days.every(({ date }, i) => i === 0 || Date.parse(date) - Date.parse(days[i - 1]?.date ?? '') === DAY);
  const counted = days.filter(({ counted }) => counted).length;
  if (!follow || counted !== term.workingDays || first.counted || !last.counted) return false;
  if (first.date !== dayInBaku(delivered.at)) return false;
  if (!extensions.every(({ from, to }) => Date.parse(from) <= Date.parse(to))) return false;
  const end = Math.max(Date.parse(last.date) + DAY - BAKU, ...extensions.map(({ to }) => Date.parse(to)));
  return Date.parse(term.endsAt) >= end;
}

/**
 * Each move by a newer calendar was confirmed after the delivery and before the end that it moved, for a term that has
 * ended never comes back; it takes up no earlier than the one before it left off, and the end is not before the last.
 * In between an extension may have made the term longer.
 */
function movesGiveTheEnd({ delivered, term }: AskedAgency): boolean {
  let reached = 0;
  let confirmed = Date.parse(delivered.at);
  for (const { from, to, at } of term.recomputed ?? []) {
    if (Date.parse(from) < reached || Date.parse(at) < confirmed || Date.parse(at) >= Date.parse(from)) return false;
    reached = Date.parse(to);
    confirmed = Date.parse(at);
  }
  return Date.parse(term.endsAt) >= reached;
}

const DAY = 86_400_000;

/** Baku keeps UTC+4 without summer time. */
const BAKU = 4 * 3_600_000;

function dayInBaku(instant: string): string {
  return new Date(Date.parse(instant) + BAKU).toISOString().slice(0, 10);
}
