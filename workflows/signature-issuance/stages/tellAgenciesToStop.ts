import { calls } from '../../activities.ts';
import { beginAnewIfLong } from '../../beginAnew.ts';
import type { Wakes } from '../../askRecord.ts';

/** R1598/2.8: after a negative opinion or a withdrawal the other agencies are told that nothing more is asked of them. */
export async function tellAgenciesToStop(caseNumber: string, wakes: Wakes): Promise<void> {
  for (;;) {
    wakes.forget();
    const told = await calls.tellAgenciesToStop(caseNumber);
    if (told.kind === 'told') return;
    await wakes.sleep(told.milliseconds);
    await beginAnewIfLong(caseNumber);
  }
}
