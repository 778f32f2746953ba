import { inTransaction } from './database.ts';
import { appendToOwnChain } from './evidence.ts';
import { earlierAnswer, keepAnswer, type Repeatable } from './idempotency.ts';
import type { NotFirst } from './inCase.ts';
import type { Actor, CaseRecord } from './record.ts';

/** How the rehearsal's legal clock is to stand: forward to an instant and running on, or frozen at an instant (ISO). */
export type ClockMove = { forwardTo: string } | { freezeAt: string };

/** What became of it: the database refuses a production installation, and any move backwards. */
export type ClockOutcome = { kind: 'moved'; legalNow: string } | { kind: 'backwards' } | { kind: 'production' };

/**
 * Moves the legal clock of a rehearsal and wakes every open case, which asks the record again, so that days pass in a
 * moment with the real code and the real record. A jump of this clock is no outage.
 */
export async function moveClock(
  record: CaseRecord,
  actor: Actor,
  move: ClockMove,
  request?: Repeatable,
): Promise<ClockOutcome | NotFirst> {
  try {
    return await inTransaction<ClockOutcome | NotFirst>(record.database.ordinary, async (tx) => {
      const earlier = request === undefined ? null : await earlierAnswer<ClockOutcome>(tx, record, request);
      if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
      const target = 'forwardTo' in move ? move.forwardTo : move.freezeAt;
      const { past } = await tx.one<{ past: boolean }>(
        `SELECT $1::timestamptz < legal_now() AND frozen_at IS NULL AS past FROM legal_clock`,
        [target],
      );
      if (past && 'forwardTo' in move) return { kind: 'backwards' };
      // Running on from an instant: the offset that makes the machine's clock read it now.
      await tx.run(
        `SELECT set_legal_clock(
                  greatest(offset_ms, ceil(extract(epoch FROM $1::timestamptz - machine_now()) * 1000)::bigint),
                  CASE WHEN $2 THEN $1::timestamptz END)
           FROM legal_clock`,
        [target, 'freezeAt' in move],
      );
      await tx.run(
        `INSERT INTO outbox (case_number, at)
         SELECT number, legal_now() FROM "case" c
          WHERE stage <> 'ended' OR EXISTS (SELECT 1 FROM unwinding u WHERE u.case_number = c.number AND u.done_at IS NULL)`,
      );
      const { legalNow } = await tx.one<{ legalNow: string }>(`SELECT legal_now() AS "legalNow"`);
      const moved = { kind: 'moved', legalNow } as const;
      await appendToOwnChain(tx, 'installation', actor, [
        { what: 'rehearsal-clock-moved', facts: { ...move, legalNow } },
      ]);
      if (request !== undefined) await keepAnswer(tx, record, request, moved);
      return moved;
    });
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (code === 'MH001') return { kind: 'production' };
    if (code === 'MH002') return { kind: 'backwards' };
    throw fault;
  }
}
