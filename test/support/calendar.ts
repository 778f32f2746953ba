import { randomUUID } from 'node:crypto';
import { beginPreview } from '../../cases/calendar/beginPreview.ts';
import { confirmProposal, type ConfirmOutcome } from '../../cases/calendar/confirmProposal.ts';
import { type NewProposal, propose, type ProposeOutcome } from '../../cases/calendar/propose.ts';
import { workOnCalendar } from '../../cases/calendar/workOnCalendar.ts';
import type { NotFirst } from '../../cases/record/inCase.ts';
import type { Actor, CaseRecord } from '../../cases/record/record.ts';

/** Two operators: who enters a decision, and who confirms it. */
export const FIRST: Actor = { capacity: 'operator', id: 'operator-1' };
export const SECOND: Actor = { capacity: 'operator', id: 'operator-2' };

/** The swap published on 15 February 2025: 10 March and 1 April are worked, 27 and 28 March are off. */
export const FEBRUARY_2025 = {
  kind: 'enter',
  published: '2025-02-15',
  source: 'Nazirlər Kabinetinin qərarı (15.02.2025)',
  days: [
    { day: '2025-03-27', kind: 'swap', instead: '2025-03-10' },
    { day: '2025-03-28', kind: 'swap', instead: '2025-04-01' },
  ],
} as const satisfies NewProposal;

/** A request of its own. */
export const once = () => ({ route: 'test', caller: 'test', key: randomUUID(), body: '' });

/** Works until nothing is left to be counted. */
export async function workOff(record: CaseRecord): Promise<void> {
  while ((await workOnCalendar(record)) > 0);
}

/** Proposes and previews to the end; the ids of both. Throws where it is not taken. */
export async function previewed(
  record: CaseRecord,
  proposal: NewProposal,
): Promise<{ proposal: string; preview: string }> {
  const proposed = await propose(record, FIRST, proposal, once());
  if (proposed.kind !== 'proposed') throw new Error(`not proposed: ${JSON.stringify(proposed)}`);
  const begun = await beginPreview(record, FIRST, proposed.proposal);
  if (begun.kind !== 'begun') throw new Error(`no preview: ${JSON.stringify(begun)}`);
  await workOff(record);
  return { proposal: proposed.proposal, preview: begun.preview };
}

/** The whole way of a decision: proposed, previewed, confirmed by the second person, applied; what stopped it, if anything did. */
export async function decide(
  record: CaseRecord,
  proposal: NewProposal,
): Promise<ProposeOutcome | ConfirmOutcome | NotFirst> {
  const proposed = await propose(record, FIRST, proposal, once());
  if (proposed.kind !== 'proposed') return proposed;
  const begun = await beginPreview(record, FIRST, proposed.proposal);
  if (begun.kind !== 'begun') return begun;
  await workOff(record);
  const confirmed = await confirmProposal(
    record,
    SECOND,
    { proposal: proposed.proposal, preview: begun.preview },
    once(),
  );
  await workOff(record);
  return confirmed;
}
