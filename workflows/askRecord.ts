import { ActivityFailure, ApplicationFailure, condition, isCancellation, setHandler } from '@temporalio/workflow';
import { deeds, shortDeeds } from './activities.ts';
import type { Activities } from '../activities/index.ts';
import { wake } from './messages.ts';

const LONGEST_SLEEP_MS = 30 * 24 * 3_600_000;

/** Asks the record: as a local activity, and where that keeps failing as a regular one, which waits for the record's return. */
export async function askRecord<K extends keyof Activities>(
  name: K,
  ...args: Parameters<Activities[K]>
): Promise<Awaited<ReturnType<Activities[K]>>> {
  const ask = (proxy: typeof deeds) =>
    (proxy[name] as (...given: Parameters<Activities[K]>) => Promise<Awaited<ReturnType<Activities[K]>>>)(...args);
  try {
    return await ask(shortDeeds);
  } catch (failure) {
    const cause = failure instanceof ActivityFailure ? failure.cause : failure;
    if (isCancellation(failure) || (cause instanceof ApplicationFailure && cause.nonRetryable === true)) throw failure;
    return ask(deeds);
  }
}

/** The wakes of a workflow: forgotten before the record is asked, so that one that comes meanwhile is not lost. */
export type Wakes = { forget(): void; sleep(milliseconds: number): Promise<void> };

/** Listens for wakes; `sleep` ends after its milliseconds, or at once when a wake came since the last `forget`. */
export function listenForWakes(): Wakes {
  let woken = false;
  setHandler(wake, () => {
    woken = true;
  });
  return {
    forget: () => {
      woken = false;
    },
    sleep: async (milliseconds) => {
      await condition(() => woken, Math.min(Math.max(1, milliseconds), LONGEST_SLEEP_MS));
    },
  };
}
