import type { Tx } from '../../cases/record/database.ts';
import { until } from './stack.ts';

/**
 * Waits until somebody in this test's database waits for a lock that another holds. The sessions say whose they are: a wait
 * for another's transaction, as for a row, has no database of its own, and other tests run in the same PostgreSQL.
 */
export async function lockWaited(owner: Tx): Promise<void> {
  await until('somebody to wait for a lock', async () => {
    const { n } = await owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE NOT granted AND datname = current_database()`,
    );
    return n > 0;
  });
}
