import { statements } from '../../record/database.ts';
import { type Look, MOST_OF_A_KIND } from '../difference.ts';
import { EXPECTS_WORKFLOW } from './expectsWorkflow.ts';

/** Open workflows that no case needs: with the case's stage, or null where there is no such case. */
export async function openWithoutNeed(
  { record, engine, open }: Look,
  which: 'ended' | 'no-case',
): Promise<{ id: string; stage: string | null; startedAt: string }[]> {
  const rows = await statements(record.database.ordinary).many<{ id: string; stage: string | null }>(
    `SELECT w.id, c.stage FROM unnest($1::text[]) AS w (id) LEFT JOIN "case" c ON c.number = w.id
      WHERE CASE WHEN $2 THEN c.number IS NULL
                 ELSE NOT ${EXPECTS_WORKFLOW} AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.case_number = c.number) END
      ORDER BY w.id LIMIT ${MOST_OF_A_KIND}`,
    [[...open.keys()], which === 'no-case'],
  );
  const found = [];
  for (const { id, stage } of rows)
    if ((await engine.statusOf(id)).kind === 'open') found.push({ id, stage, startedAt: open.get(id) ?? '' });
  return found;
}
