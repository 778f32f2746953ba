import { statements } from '../../record/database.ts';
import { type Found, type Look, MOST_OF_A_KIND } from '../difference.ts';
import { EXPECTS_WORKFLOW } from './expectsWorkflow.ts';

const EXPECTING = `
  SELECT c.number, c.stage FROM "case" c
   WHERE ${EXPECTS_WORKFLOW} AND NOT EXISTS (SELECT 1 FROM outbox b WHERE b.case_number = c.number)
   ORDER BY c.number`;

/**
 * Cases that need a workflow, wait in no outbox, and have none open, by how Temporal answers when it is asked for that
 * one: it never knew it (`none`), or takes it for ended (`ended`). The list of open ones is only where to look.
 */
export async function unattended({ record, engine, open }: Look, as: 'none' | 'ended'): Promise<Found[]> {
  const rows = await statements(record.database.ordinary).many<{ number: string; stage: string }>(EXPECTING);
  const found: Found[] = [];
  for (const { number, stage } of rows) {
    if (open.has(number)) continue;
    if (found.length === MOST_OF_A_KIND) break;
    const { kind } = await engine.statusOf(number);
    if (kind === as) found.push({ about: number, caseNumber: number, facts: { stage } });
  }
  return found;
}
