import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { PlainActivities } from './activities.ts';

const OPINIONS = 4;

/** One of the four answers of the plain case. */
export const answer = defineUpdate<number>('answer');

const { doNothing } = proxyActivities<PlainActivities>({ startToCloseTimeout: '1 minute' });

/** The plain case: three activities that do nothing, four Updates, the end. What Temporal alone costs for such a shape. */
export async function plainCase(): Promise<number> {
  let answers = 0;
  setHandler(answer, () => {
    answers += 1;
    return answers;
  });
  for (let at = 0; at < 3; at += 1) await doNothing();
  await condition(() => answers === OPINIONS);
  return answers;
}
