import { setTimeout as delay } from 'node:timers/promises';
import { again } from '../again.ts';
import type { ProofStack, Say } from '../proofStack.ts';
import type { Chance } from '../tamper/chance.ts';

const START_WITHIN_MS = 120_000;
const LEAST_MS = 20_000;
const MORE_MS = 40_000;
/** Which death of a worker is followed by Temporal's. */
const TEMPORAL_AT = 2;

/**
 * Kills the worker by SIGKILL now and then and starts another, and once Temporal too, until `stop`, which leaves a worker
 * running and answers how often either was killed.
 */
export function disturb(
  proof: ProofStack,
  chance: Chance,
  say: Say,
): { stop(): Promise<{ killed: number; temporal: number }> } {
  const { stack } = proof;
  let stopped = false;
  let killed = 0;
  const start = () => again(START_WITHIN_MS, () => stack.startPart('worker'));
  const run = async () => {
    for (let worker = await start(); ; worker = await start()) {
      const end = Date.now() + LEAST_MS + chance.below(MORE_MS);
      while (!stopped && Date.now() < end) await delay(200);
      if (stopped) return;
      process.kill(worker.pid, 'SIGKILL');
      await worker.exited;
      killed += 1;
      if (killed !== TEMPORAL_AT) continue;
      process.kill(stack.pids.temporal, 'SIGKILL');
      await again(START_WITHIN_MS, () => stack.restartTemporal());
      say('  Temporal was killed and is up again');
    }
  };
  const running = run();
  running.catch(() => undefined);
  return {
    stop: async () => {
      stopped = true;
      await running;
      return { killed, temporal: killed < TEMPORAL_AT ? 0 : 1 };
    },
  };
}
