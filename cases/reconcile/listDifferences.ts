import { randomUUID } from 'node:crypto';
import { inTransaction, type Tx } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import { COMPARISONS } from './comparisons.ts';
import { type DifferenceKind, type Found, MOST_OF_A_KIND, type ReconcileNeeds } from './difference.ts';
import { closeGone, openForListed } from './incidents.ts';
import { type Findings, keyOf, lookForDifferences } from './lookForDifferences.ts';
import { ownChain, THE_RECONCILER } from './ownChain.ts';

/** How many differences a run wrote down anew, and how many of earlier runs are no more. */
export type Listed = { listed: number; gone: number };

type Open = { id: string; kind: DifferenceKind; about: string };

/**
 * Looks a second time and writes down what an earlier look (`seen`, by its keys) found too: what was only just under way
 * is no difference. One already listed and still there is not listed again; one no longer there is closed as gone. For
 * what nobody mends but people, an incident is opened once.
 */
export async function listDifferences(
  needs: ReconcileNeeds,
  { run, seen }: { run: string; seen: readonly string[] },
): Promise<Listed> {
  const before = new Set(seen);
  const findings = await lookForDifferences(needs);
  return inTransaction(needs.record.database.ordinary, async (tx) => {
    await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('reconcile', 3))`);
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    const open = await tx.many<Open>(`SELECT id, kind, about FROM difference WHERE mended_at IS NULL`);
    const listedAlready = new Set(open.map((one) => keyOf(one.kind, one)));
    const counts: Partial<Record<DifferenceKind, number>> = {};
    for (const [kind, found] of findings)
      for (const one of found ?? []) {
        const key = keyOf(kind, one);
        if (!before.has(key) || listedAlready.has(key)) continue;
        listedAlready.add(key);
        await insert(tx, now, run, kind, one);
        if (COMPARISONS[kind].mend === undefined) await openForListed(tx, now, kind, one);
        counts[kind] = (counts[kind] ?? 0) + 1;
      }
    const gone = await close(tx, now, open, findings);
    const listed = Object.values(counts).reduce((sum, n) => sum + n, 0);
    const facts = { run, found: counts, ...(gone > 0 && { gone }) };
    await appendToOwnChain(tx, await ownChain(tx), THE_RECONCILER, [{ what: 'record-reconciled', facts }]);
    return { listed, gone };
  });
}

async function insert(tx: Tx, now: string, run: string, kind: DifferenceKind, { about, caseNumber, facts }: Found) {
  await tx.run(`INSERT INTO difference (id, run, kind, about, facts, found_at) VALUES ($1, $2, $3, $4, $5, $6)`, [
    randomUUID(),
    run,
    kind,
    about,
    JSON.stringify({ ...facts, caseNumber }),
    now,
  ]);
}

/** A kind that could not be looked for, or of which there may be more than were listed, tells of nothing that it is gone. */
async function close(tx: Tx, now: string, open: readonly Open[], findings: Findings): Promise<number> {
  const whole = [...findings].filter(([, found]) => found !== null && found.length < MOST_OF_A_KIND);
  const there = new Set(whole.flatMap(([kind, found]) => (found ?? []).map((one) => keyOf(kind, one))));
  const kinds = new Set(whole.map(([kind]) => kind));
  const gone = open.filter((one) => kinds.has(one.kind) && !there.has(keyOf(one.kind, one))).map(({ id }) => id);
  if (gone.length === 0) return 0;
  await tx.run(`UPDATE difference SET mended_at = $2, how = 'gone' WHERE id = ANY ($1) AND mended_at IS NULL`, [
    gone,
    now,
  ]);
  await closeGone(tx, now);
  return gone.length;
}
