import { again } from '../again.ts';
import type { Ground } from './ground.ts';

/**
 * Waits until nothing is under way: every wake relayed, every document signed, every letter and text message at its end.
 * What is only on its way when the worker is stopped would be a difference that nobody seeded.
 */
export async function comeToRest({ proof: { owner } }: Pick<Ground, 'proof'>, withinMs: number): Promise<void> {
  await again(withinMs, async () => {
    // A word that came before its message was written down is asked for again after minutes: here after seconds.
    await owner.run(
      `UPDATE notice SET next_attempt_at = machine_now()
        WHERE state = 'sent' AND sent_at < machine_now() - interval '5 seconds' AND next_attempt_at > machine_now()`,
    );
    const left = await owner.one<{ wakes: number; documents: number; notices: number }>(
      `SELECT (SELECT count(*) FROM outbox)::integer AS wakes,
              (SELECT count(*) FROM document WHERE jws IS NULL)::integer AS documents,
              (SELECT count(*) FROM notice WHERE state IN ('due', 'sent'))::integer AS notices`,
    );
    if (left.wakes + left.documents + left.notices > 0) throw new Error(`still under way: ${JSON.stringify(left)}`);
  });
}
