import type { SuspensionReason } from '../../law/officials.ts';
import { inTransaction, statements } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import { isSamePerson } from './accounts.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

/** An official who signed in at least once; instants are machine time, ISO. */
export type AccountView = {
  sub: string;
  role: string;
  body: string;
  post: string;
  lastSignIn: string;
  suspendedAt: string | null;
  suspendedBy: string | null;
  suspendedWhy: string | null;
};

/** Everybody who ever signed in, the suspended first; at most 1,000. */
export async function readAccounts(record: CaseRecord): Promise<AccountView[]> {
  return statements(record.database.ordinary).many<AccountView>(
    `SELECT sub, role, body, post, last_sign_in AS "lastSignIn", suspended_at AS "suspendedAt",
            suspended_by AS "suspendedBy", suspended_why AS "suspendedWhy"
       FROM official ORDER BY suspended_at IS NULL, role, body, sub LIMIT 1000`,
  );
}

/** What became of it; nobody suspends himself, so that an installation is never left without its last operator by a slip, nor restores himself by another account of his. */
export type SuspendOutcome = { kind: 'suspended' | 'restored' | 'as-before' | 'unknown' | 'oneself' };

/**
 * Suspends an official's account for a reason, or restores it (`why` null): a suspended one's sessions and tokens open
 * nothing, and none of before a restoration ever again. Kept in the chain of accounts, with who did it and why.
 */
export async function setSuspended(
  record: CaseRecord,
  actor: Actor,
  sub: string,
  why: SuspensionReason | null,
): Promise<SuspendOutcome> {
  const suspended = why !== null;
  return inTransaction<SuspendOutcome>(record.database.ordinary, async (tx) => {
    if (await isSamePerson(tx, actor.id, sub)) return { kind: 'oneself' };
    const known = await tx.maybe<{ suspended: boolean }>(
      `SELECT suspended_at IS NOT NULL AS suspended FROM official WHERE sub = $1 FOR UPDATE`,
      [sub],
    );
    if (known === null) return { kind: 'unknown' };
    if (known.suspended === suspended) return { kind: 'as-before' };
    await tx.run(
      `UPDATE official SET suspended_at = CASE WHEN $2 THEN machine_now() END, suspended_by = CASE WHEN $2 THEN $3 END,
                           suspended_why = $4, restored_at = CASE WHEN $2 THEN restored_at ELSE machine_now() END
        WHERE sub = $1`,
      [sub, suspended, actor.id, why],
    );
    const what = suspended ? 'account-suspended' : 'account-restored';
    await appendToOwnChain(tx, 'accounts', actor, [{ what, facts: { sub, ...(suspended && { why }) } }]);
    return { kind: suspended ? 'suspended' : 'restored' };
  });
}
