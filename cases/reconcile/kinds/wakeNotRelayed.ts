import { statements } from '../../record/database.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';

/** A wake that waits for more than five minutes to be taken by Temporal; the relay is called to it again. */
export const wakeNotRelayed: Comparison = {
  kind: 'wake-not-relayed',
  find: async ({ record, open }) => {
    const rows = await statements(record.database.ordinary).many<{ id: number; number: string; at: string }>(
      `SELECT id, case_number AS number, at FROM outbox WHERE at < legal_now() - interval '5 minutes'
        ORDER BY id LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ id, number, at }) => ({
      about: String(id),
      caseNumber: number,
      facts: { at, workflow: open.has(number) ? 'open' : 'not-open' },
    }));
  },
  mend: async ({ record }) => {
    await statements(record.database.ordinary).run(`SELECT pg_notify('outbox', '')`);
    return 'nudged';
  },
};
