import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { PlainActivities } from './activities.ts';

/** How many activities a plain case has, and how many answers it waits for. */
export type PlainShape = { activities: number; answers: number };

/** One of the answers of the plain case. */
export const answer = defineUpdate<number>('answer');

const { doNothing } = proxyActivities<PlainActivities>({ startToCloseTimeout: '1 minute' });

/** The plain case: activities that do nothing, Updates, the end. What Temporal alone costs for such a shape. */
export async function plainCase(shape: PlainShape): Promise<number> {
  let answers = 0;
  setHandler(answer, () => {
    answers += 1;
    return answers;
  });
  for (let at = 0; at < shape.activities; at += 1) await doNothing();
  await condition(() => answers === shape.answers);
  return answers;
}
