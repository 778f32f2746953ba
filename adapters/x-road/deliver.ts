import { z } from 'zod';
import type { PartyFailure } from '../ports.ts';
import { failureOfStatus, xRoadCall, type XRoadCall } from './call.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

const acknowledgement = z.object({ acknowledged: z.string() });

/**
 * Hands a message to a party's system over X-Road REST, 10 s at most where nothing else is said. It counts as
 * acknowledged only when the system names our message id as taken; everything else is a failure.
 */
export async function deliver(
  call: Omit<XRoadCall, 'method' | 'timeoutMs'> & { timeoutMs: number | undefined },
): Promise<{ kind: 'acknowledged' } | PartyFailure> {
  const answer = await xRoadCall({ ...call, method: 'POST', timeoutMs: call.timeoutMs ?? DEFAULT_TIMEOUT_MS });
  if (answer.kind === 'failed') return answer;
  if (answer.status !== 200 && answer.status !== 202) return failureOfStatus(answer.status);
  const read = acknowledgement.safeParse(answer.body);
  return read.success && read.data.acknowledged === call.messageId
    ? { kind: 'acknowledged' }
    : { kind: 'failed', failure: 'unreadable' };
}
