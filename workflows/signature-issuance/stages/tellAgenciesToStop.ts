import { calls } from '../../activities.ts';

/** R1598/2.8: after a negative opinion or a withdrawal the other agencies are told that nothing more is asked of them. */
export async function tellAgenciesToStop(
  caseNumber: string,
  sleepUntilWoken: (milliseconds: number) => Promise<void>,
): Promise<void> {
  for (;;) {
    const told = await calls.tellAgenciesToStop(caseNumber);
    if (told.kind === 'told') return;
    await sleepUntilWoken(told.milliseconds);
  }
}
