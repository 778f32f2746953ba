import { isDay } from './days.ts';
import { DECISION_KINDS, type Decision, type DecisionKind } from './decision.ts';
import { type DecisionFault, decisionFaults } from './decisionFaults.ts';

const HEADER = 'day,kind,instead,published';
/** The form in which an installation gives its own decisions: with the day since which one is taken back. */
const LONG_HEADER = `${HEADER},taken_back`;

/**
 * The decisions of a text in the form of prisma/calendar-decisions.csv: comment lines begin with #, then a header line
 * (it may end in a fifth column, `taken_back`), then one decision a line. Throws an Error with the line's number where a row is not understood or stands twice.
 */
export function readDecisions(text: string): Decision[] {
  const lines = text.split(/\r?\n/).map((line, i) => ({ line: line.trim(), number: i + 1 }));
  const [header, ...rows] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  const columns = header?.line === LONG_HEADER ? 5 : 4;
  if (columns === 4 && header?.line !== HEADER)
    throw new Error(`line ${header?.number ?? 1}: the header must be ${HEADER}`);
  const seen = new Set<string>();
  return rows.map(({ line, number }) => {
    const decision = readRow(line, number, columns);
    const key = `${decision.day} ${decision.kind}`;
    if (decision.takenBack !== undefined) return decision;
    if (seen.has(key)) throw new Error(`line ${number}: ${key} stands twice`);
    seen.add(key);
    return decision;
  });
}

function readRow(line: string, number: number, columns: 4 | 5): Decision {
  const fields = line.split(',').map((field) => field.trim());
  const [day = '', kind = '', instead = '', published = '', takenBack = ''] = fields;
  const refuse = (what: string) => new Error(`line ${number}: ${what}`);
  if (fields.length !== columns)
    throw refuse(`${columns === 4 ? 'four' : 'five'} fields are needed, there are ${fields.length}`);
  if (!isKind(kind)) throw refuse(`kind "${kind}" is none of ${DECISION_KINDS.join(', ')}`);
  const decision = { day, kind, instead: instead || null, published: published || null };
  const [fault] = decisionFaults(decision);
  if (fault !== undefined) throw refuse(describe(fault, decision));
  if (takenBack === '') return decision;
  if (!isDay(takenBack)) throw refuse(`taken_back "${takenBack}" is not a day like 2026-03-20`);
  return { ...decision, takenBack };
}

/** The same text, written: what an installation holds, for `calendar --decisions`. */
export function writeDecisions(decisions: readonly Decision[]): string {
  const lines = decisions.map(({ day, kind, instead, published, takenBack }) =>
    [day, kind, instead ?? '', published ?? '', takenBack ?? ''].join(','),
  );
  return `${[LONG_HEADER, ...lines].join('\n')}\n`;
}

function describe({ field, reason }: DecisionFault, decision: Decision): string {
  const text = decision[field];
  switch (reason) {
    case 'not-a-day':
      return `${field} "${text}" is not a day like 2026-03-20`;
    case 'swap-needs-instead':
      return 'a swap needs the day that is worked instead';
    case 'only-swap-has-instead':
      return `only a swap has a day worked instead, not ${decision.kind}`;
    case 'swapped-for-itself':
      return 'a day cannot be swapped for itself';
    case 'year-out-of-range':
      return `${field} "${text}" lies outside of the years that the decision may name`;
    case 'published-later':
      return `published "${text}" is later than today`;
    case 'stands-twice':
      return `${text} stands twice`;
    case 'decided-otherwise':
      return `another decision about ${text} stands already`;
    case 'year-not-covered':
    case 'off-already':
    case 'worked-already':
      return `${text} cannot be swapped so in the calendar it meets`;
  }
}

function isKind(text: string): text is DecisionKind {
  return DECISION_KINDS.some((kind) => kind === text);
}
