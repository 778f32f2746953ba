import { beginPreview } from '../../cases/calendar/beginPreview.ts';
import { planRun } from '../../cases/calendar/planRun.ts';
import { type NewProposal, propose } from '../../cases/calendar/propose.ts';
import type { TestPages } from '../pages/openPages.ts';
import { FIRST, once, previewed } from '../support/calendar.ts';
import { must } from './seedPast.ts';

const SWAP: NewProposal = {
  kind: 'enter',
  published: '2026-04-15',
  source: 'Nazirlər Kabinetinin qərarı № 112',
  days: [
    { day: '2026-04-17', kind: 'swap', instead: '2026-04-25' },
    { day: '2026-05-08', kind: 'swap', instead: '2026-05-16' },
  ],
};

const VOTING: NewProposal = {
  kind: 'enter',
  published: '2026-04-16',
  source: 'Nazirlər Kabinetinin qərarı № 113',
  days: [{ day: '2026-06-05', kind: 'election', instead: null }],
};

/** Two decisions entered and not confirmed: one whose preview is whole, one that is being counted and stands at nothing. */
export async function seedCalendar({ record }: TestPages): Promise<{ seen: string; counted: string }> {
  const { proposal: seen } = await previewed(record, SWAP);
  const entered = await propose(record, FIRST, VOTING, once());
  if (entered.kind !== 'proposed') throw new Error(`not proposed: ${JSON.stringify(entered)}`);
  must(await beginPreview(record, FIRST, entered.proposal), 'begun');
  await planRun(record);
  return { seen, counted: entered.proposal };
}
