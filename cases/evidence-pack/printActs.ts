import type { Acts } from '../../adapters/ports.ts';
import { readAct } from '../custody/readAct.ts';
import type { CaseRecord } from '../record/record.ts';

/** Draws the printed act of a hand-over (PDF bytes); null where it has none. */
export type PrintAct = (handoverId: string) => Promise<Uint8Array | null>;

/** Prints acts from the record by what draws them. */
export function printActs(record: CaseRecord, acts: Acts): PrintAct {
  return async (handoverId) => {
    const facts = await readAct(record, handoverId);
    return facts === null ? null : acts.draw(facts);
  };
}
