import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { endOfWorkingDay, type TimeLeft, timeLeft } from '../../law/signature-issuance/review.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { statements, type Tx } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';

/** Which files of an agency's queue are shown. */
export const QUEUE_FILTERS = ['to-answer', 'mine', 'free', 'last-day', 'answered', 'not-delivered'] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** A file in an agency's queue; instants are ISO, `left` is what its term has left at `now`. */
export type QueuedFile = {
  caseNumber: string;
  registeredAt: string;
  endsAt: string | null;
  provisional: boolean;
  takenBy: string | null;
  answer: string | null;
  left: TimeLeft | null;
};

/** How many files a page of the queue has. */
export const QUEUE_PAGE = 50;

const NOTED = `FROM opinion o WHERE o.case_number = t.case_number AND o.agency = t.holder AND o.effect = 'noted'`;

// Everything the filters ask hangs on the term alone, so that its index gives a page in order and the rest is looked up
// for the fifty rows shown. An open term of R1598/2.8 is one of a case that waits for opinions.
const OPEN = `FROM term t WHERE t.holder = $1 AND t.clause = 'R1598/2.8' AND t.closed_at IS NULL`;
const TAKEN_BY = `(SELECT r.taken_by FROM opinion_request r WHERE r.case_number = t.case_number AND r.agency = t.holder)`;
const TAKEN = `FROM opinion_request r WHERE r.case_number = t.case_number AND r.agency = t.holder AND r.taken_by IS NOT NULL`;

const WHERE: Record<Exclude<QueueFilter, 'not-delivered'>, string> = {
  'to-answer': `AND NOT EXISTS (SELECT 1 ${NOTED})`,
  mine: `AND EXISTS (SELECT 1 ${TAKEN} AND r.taken_by = ANY ($2))`,
  free: `AND NOT EXISTS (SELECT 1 ${NOTED}) AND NOT EXISTS (SELECT 1 ${TAKEN})`,
  'last-day': `AND NOT EXISTS (SELECT 1 ${NOTED}) AND t.ends_at <= $2::timestamptz`,
  answered: `AND EXISTS (SELECT 1 ${NOTED})`,
};

const UNDELIVERED = `FROM opinion_request r JOIN "case" c ON c.number = r.case_number AND c.stage = 'opinions'
 WHERE r.agency = $1 AND r.delivered_at IS NULL`;

/**
 * One page of an agency's queue, the file whose term ends first on top (R1598/2.8), and how many there are under the
 * filter. `mine` are the official's own and those of whom he stands in for; `last-day` those whose term ends within the
 * working day that runs.
 */
export async function readQueue(
  record: CaseRecord,
  {
    agency,
    filter,
    page,
    officials,
  }: { agency: Agency; filter: QueueFilter; page: number; officials: readonly string[] },
): Promise<{ files: QueuedFile[]; total: number; now: string }> {
  const tx = statements(record.database.ordinary);
  const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
  const calendar = await calendarKnownOn(tx, bakuDay(now));
  const more = filter === 'mine' ? [officials] : filter === 'last-day' ? [endOfWorkingDay(calendar, now)] : [];
  const start = page * QUEUE_PAGE;
  const { files, total } =
    filter === 'not-delivered'
      ? await undelivered(tx, agency, start)
      : await openFiles(tx, WHERE[filter], [agency, ...more], start);
  const lefts = new Map<string, TimeLeft>();
  const leftOf = (endsAt: string): TimeLeft => {
    const known = lefts.get(endsAt) ?? timeLeft(calendar, now, endsAt);
    lefts.set(endsAt, known);
    return known;
  };
  return {
    files: files.map((file) => ({ ...file, left: file.endsAt === null ? null : leftOf(file.endsAt) })),
    total,
    now,
  };
}

type Listed = Omit<QueuedFile, 'left'>;

async function undelivered(tx: Tx, agency: Agency, start: number): Promise<{ files: Listed[]; total: number }> {
  const [files, { total }] = await Promise.all([
    tx.many<Listed>(
      `SELECT r.case_number AS "caseNumber", c.registered_at AS "registeredAt", NULL AS "endsAt",
              false AS provisional, r.taken_by AS "takenBy", NULL AS answer
         ${UNDELIVERED} ORDER BY c.registered_at, c.number LIMIT ${QUEUE_PAGE} OFFSET $2`,
      [agency, start],
    ),
    tx.one<{ total: number }>(`SELECT count(*) AS total ${UNDELIVERED}`, [agency]),
  ]);
  return { files, total };
}

async function openFiles(
  tx: Tx,
  where: string,
  values: readonly unknown[],
  start: number,
): Promise<{ files: Listed[]; total: number }> {
  const { total } = await tx.one<{ total: number }>(`SELECT count(*) AS total ${OPEN} ${where}`, values);
  const rows = Math.max(0, Math.min(QUEUE_PAGE, total - start));
  // The last pages are read from the end: what lies before a page is read only to be left out.
  const isNearEnd = start > total / 2;
  const [direction, before] = isNearEnd ? ['DESC', total - start - rows] : ['ASC', start];
  const files = await tx.many<Listed>(
    `SELECT t.case_number AS "caseNumber", c.registered_at AS "registeredAt", t.ends_at AS "endsAt",
            t.provisional, ${TAKEN_BY} AS "takenBy", (SELECT o.kind ${NOTED} ORDER BY o.received_at DESC LIMIT 1) AS answer
       FROM (SELECT t.case_number, t.holder, t.ends_at, t.provisional ${OPEN} ${where}
              ORDER BY t.ends_at ${direction}, t.case_number ${direction}
              LIMIT $${values.length + 1} OFFSET $${values.length + 2}) t
       JOIN "case" c ON c.number = t.case_number AND c.stage = 'opinions' ORDER BY t.ends_at, t.case_number`,
    [...values, rows, Math.max(0, before)],
  );
  return { files, total };
}
