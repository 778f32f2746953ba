import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { cancelEntry } from './cancelEntry.ts';
import type { Step } from './planUnwinding.ts';

/** What the record answers to "what is left to be undone?". `milliseconds` is how long to wait before asking again. */
export type UnwindingLeft = { kind: 'over' } | { kind: 'call' } | { kind: 'wait'; milliseconds: number };

type Open = { n: number; what: Step; clause: ClauseId; about: string; ms: number };

const LONGEST_WAIT_MS = 30 * 24 * 3_600_000;

/**
 * Asks the record what an ended case still has to be undone, and does what is its own to do. Calls go one after another,
 * in the order planned; what people carry back goes beside them, and its last arrival wakes the procedure. Null: no such
 * case.
 */
export async function askUnwinding(record: CaseRecord, caseNumber: string): Promise<UnwindingLeft | null> {
  return inCase<UnwindingLeft>(record, caseNumber, THE_PROCEDURE, async (tx, now) => {
    const open = await readOpen(tx, caseNumber);
    const returns = open.some(({ what }) => what === 'return-item');
    const idle: UnwindingLeft = returns ? { kind: 'wait', milliseconds: LONGEST_WAIT_MS } : { kind: 'over' };
    const [next] = open.filter(({ what }) => what !== 'return-item');
    if (next === undefined) return { outcome: idle, evidence: NOTHING_DONE };
    if (next.what === 'cancel-fin' && next.about === '')
      return { outcome: idle, evidence: [await cancelOwnEntry(tx, now, caseNumber, next)] };
    const outcome: UnwindingLeft =
      next.ms <= 0
        ? { kind: 'call' }
        : { kind: 'wait', milliseconds: Math.min(Math.max(1, Math.ceil(next.ms)), LONGEST_WAIT_MS) };
    return { outcome, evidence: NOTHING_DONE };
  });
}

async function readOpen(tx: Tx, caseNumber: string): Promise<Open[]> {
  return tx.many<Open>(
    `SELECT n, what, clause, about, extract(epoch FROM next_attempt_at - machine_now())::float8 * 1000 AS ms
       FROM unwinding WHERE case_number = $1 AND done_at IS NULL ORDER BY n`,
    [caseNumber],
  );
}

/** The last step of a plan, by nature: the FIN was the first thing done. */
async function cancelOwnEntry(tx: Tx, now: string, caseNumber: string, { n, clause, what }: Open): Promise<Entry> {
  await cancelEntry(tx, now, caseNumber, clause);
  await tx.run(`UPDATE unwinding SET done_at = $3 WHERE case_number = $1 AND n = $2`, [caseNumber, n, now]);
  return { what: 'unwound', clause, facts: { step: what, n, identityCard: true } };
}
