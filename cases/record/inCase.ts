import { YearNotCovered } from '../../law/calendar/coveredYears.ts';
import { inTransaction, type Tx } from './database.ts';
import { appendEvidence, type Entry, NO_HEAD } from './evidence.ts';
import type { Failpoint } from './failpoints.ts';
import { type Earlier, earlierAnswer, keepAnswer, type Repeatable } from './idempotency.ts';
import { openIncident } from './incidents.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Stage } from '../../law/signature-issuance/stages.ts';
import type { Actor, CaseRecord } from './record.ts';

export type { Stage } from '../../law/signature-issuance/stages.ts';

/** What became of a case; `approved` is that of the opinions, and stands until the case ends. */
export type CaseOutcome =
  'approved' | 'negative-opinion' | 'withdrawn' | 'issued' | 'centre-refusal' | 'mismatch' | 'lapsed' | 'delivered';

/**
 * The columns of a case that deeds decide by. Those of a person (limit, citizen, person, wants, form) are empty in a
 * bundle of contract copies, whose deeds do not read them.
 */
export type CaseRow = {
  number: string;
  procedure: 'signature-issuance' | 'contract-copies';
  stage: Stage;
  outcome: CaseOutcome | null;
  registered_at: string;
  decided_at: string | null;
  closed_at: string | null;
  last_instant: string;
  limit_working_days: number;
  limit_source: string;
  language: 'az' | 'en' | 'ru';
  citizen: boolean;
  person_index: string;
  /** `carrier/use`. */
  wants: string;
  mission: string | null;
  waits_for: Party | null;
  waits_since: string | null;
  sealed_key: Buffer;
  sealed_form: Buffer;
};

/** Said by a deed that found nothing to do: no trace is written, because nothing happened. */
export const NOTHING_DONE = Symbol('nothing done');

/** What a deed hands back: its outcome, its evidence (never none by oversight), and whether the procedure must be woken. */
export type Done<O> = {
  outcome: O;
  evidence: readonly [Entry, ...Entry[]] | typeof NOTHING_DONE;
  wake?: boolean;
};

/** A deed on an existing case. `now` is the legal instant (ISO, ms) read after the case row was locked. */
export type Deed<O> = (tx: Tx, now: string, facts: CaseRow) => Promise<Done<O>>;

type Manner = {
  /** The failpoints' prefix of this deed. */
  at?: 'opinion' | 'close' | 'fin' | 'submit';
  /** Opinions and withdrawals have connections of their own. */
  urgent?: boolean;
  /** Whether to pass over (null) a case that another deed holds, instead of waiting for it. */
  skipBusy?: boolean;
};

const LOCK = `SELECT * FROM "case" WHERE number = $1 FOR UPDATE`;
const CLOCK = `SELECT greatest(legal_now(), $2::timestamptz) AS now, seq, hash FROM chain_head WHERE chain = $1`;

/**
 * Does one deed to a case in one transaction: locks the case row, then reads the legal clock in a statement of its own
 * (never earlier than the case's newest evidence), calls the deed, and writes its evidence and its wake. A refusal is an
 * outcome and commits; only faults throw and roll back, and one that the calendar does not cover a year stands at the
 * operator's desk then, because only he can mend it. Null when there is no such case.
 */
export async function inCase<O>(
  record: CaseRecord,
  caseNumber: string,
  actor: Actor,
  deed: Deed<O>,
  manner: Manner = {},
): Promise<O | null> {
  const pool = manner.urgent === true ? record.database.urgent : record.database.ordinary;
  const outcome = await inTransaction(
    pool,
    async (tx) => {
      const facts = await tx.maybe<CaseRow>(manner.skipBusy === true ? `${LOCK} SKIP LOCKED` : LOCK, [caseNumber]);
      if (facts === null) return null;
      const chain = `case:${caseNumber}`;
      const { now, seq, hash } = await tx.one<{ now: string; seq: number; hash: string }>(CLOCK, [
        chain,
        facts.last_instant,
      ]);
      const done = await deed(tx, now, facts);
      if (done.evidence !== NOTHING_DONE) await appendEvidence(tx, chain, { seq, hash }, now, actor, done.evidence);
      if (done.wake === true) await wake(tx, caseNumber, now);
      return { outcome: done.outcome };
    },
    () => pass(record, manner, 'before-commit'),
  ).catch(async (fault: unknown) => {
    if (fault instanceof YearNotCovered) await noteNotPublished(pool, caseNumber, fault.year);
    throw fault;
  });
  pass(record, manner, 'after-commit');
  return outcome === null ? null : outcome.outcome;
}

/** What a repeat may meet besides its first answer. */
export type NotFirst = Exclude<Earlier<never>, { kind: 'repeat' }>;

/**
 * A deed on an existing case that answers a request: a repeat of it (same Idempotency-Key, route, caller and body) gets
 * the first answer, which is kept in the deed's own transaction.
 */
export async function onceInCase<O extends object>(
  record: CaseRecord,
  caseNumber: string,
  actor: Actor,
  request: Repeatable,
  deed: Deed<O>,
  manner: Manner = {},
): Promise<O | NotFirst | null> {
  const once: Deed<O | NotFirst> = async (tx, now, facts) => {
    const earlier = await earlierAnswer<O>(tx, record, request);
    if (earlier !== null) {
      const outcome = earlier.kind === 'repeat' ? earlier.outcome : earlier;
      return { outcome, evidence: [{ what: 'request-repeated', facts: { route: request.route, met: earlier.kind } }] };
    }
    const done = await deed(tx, now, facts);
    await keepAnswer(tx, record, request, done.outcome);
    return done;
  };
  return inCase(record, caseNumber, actor, once, manner);
}

/**
 * Opens a new case in one transaction: `open` reads the facts it needs and inserts the case row; its evidence begins
 * the case's chain. An `open` that refuses returns `caseNumber: null` and leaves what it wrote itself.
 */
export async function inNewCase<O>(
  record: CaseRecord,
  actor: Actor,
  open: (tx: Tx, now: string) => Promise<{ caseNumber: string; done: Done<O> } | { caseNumber: null; outcome: O }>,
): Promise<O> {
  const outcome = await inTransaction(
    record.database.ordinary,
    async (tx) => {
      const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
      const opened = await open(tx, now);
      if (opened.caseNumber === null) return opened.outcome;
      const { caseNumber, done } = opened;
      if (done.evidence !== NOTHING_DONE)
        await appendEvidence(tx, `case:${caseNumber}`, NO_HEAD, now, actor, done.evidence);
      if (done.wake === true) await wake(tx, caseNumber, now);
      return done.outcome;
    },
    () => pass(record, { at: 'submit' }, 'before-commit'),
  );
  pass(record, { at: 'submit' }, 'after-commit');
  return outcome;
}

async function noteNotPublished(
  pool: CaseRecord['database']['ordinary'],
  caseNumber: string,
  year: number,
): Promise<void> {
  await inTransaction(pool, async (tx) => {
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    await openIncident(tx, now, { caseNumber, kind: 'calendar-not-published', year });
  });
}

async function wake(tx: Tx, caseNumber: string, now: string): Promise<void> {
  await tx.run(`INSERT INTO outbox (case_number, at) VALUES ($1, $2)`, [caseNumber, now]);
}

function pass(record: CaseRecord, { at }: Manner, when: 'before-commit' | 'after-commit'): void {
  if (at !== undefined) record.failpoint(`${at}:${when}` satisfies Failpoint);
}
