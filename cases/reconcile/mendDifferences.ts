import { inTransaction, statements } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import { COMPARISONS } from './comparisons.ts';
import type { DifferenceKind, Found, ReconcileNeeds } from './difference.ts';
import { ownChain, THE_RECONCILER } from './ownChain.ts';

type Row = { id: string; kind: DifferenceKind; about: string; facts: string };

/**
 * Mends, by the ordinary deeds, what a run listed and what earlier runs listed in vain: it reads the list and nothing
 * else, so that nothing is mended that was not listed first. One that cannot be mended now stays on the list. Returns
 * how many were mended.
 */
export async function mendDifferences(needs: ReconcileNeeds, run: string): Promise<number> {
  const { ordinary } = needs.record.database;
  const rows = await statements(ordinary).many<Row>(
    `SELECT id, kind, about, facts FROM difference WHERE mended_at IS NULL ORDER BY found_at, id`,
  );
  const mended: Partial<Record<DifferenceKind, number>> = {};
  let faults = 0;
  for (const row of rows) {
    const how = await mend(needs, row).catch(() => {
      faults += 1;
      return null;
    });
    if (how === null) continue;
    await statements(ordinary).run(
      `UPDATE difference SET mended_at = legal_now(), how = $2 WHERE id = $1 AND mended_at IS NULL`,
      [row.id, how],
    );
    mended[row.kind] = (mended[row.kind] ?? 0) + 1;
  }
  const n = Object.values(mended).reduce((sum, one) => sum + one, 0);
  if (n + faults > 0)
    await inTransaction(ordinary, async (tx) => {
      const facts = { run, mended, ...(faults > 0 && { faults }) };
      await appendToOwnChain(tx, await ownChain(tx), THE_RECONCILER, [{ what: 'differences-mended', facts }]);
    });
  return n;
}

async function mend(needs: ReconcileNeeds, { kind, about, facts }: Row): Promise<string | null> {
  const { caseNumber, ...others } = JSON.parse(facts) as Found['facts'] & { caseNumber: string | null };
  return (await COMPARISONS[kind].mend?.(needs, { about, caseNumber, facts: others })) ?? null;
}
