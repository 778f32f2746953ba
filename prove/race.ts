import { check, type Failure } from './check.ts';
import { openProofStack, type ProofStack, type Say } from './proofStack.ts';
import { frozenPhase, type PhaseDone, type RaceStage, runningPhase, twoWorkers } from './race/phases.ts';
import { openSenders } from './sendAll.ts';
import { freePort } from '../stack/ports.ts';
import { chanceFrom } from './tamper/chance.ts';
import { waitUntilDone } from './waitUntilDone.ts';

/** How many opinions: at each of the three frozen instants, and with the clock running (half of them workers down). */
export type RaceCounts = { frozen: number; running: number };

/** What a race came to; `around` counts the opinions received by machine milliseconds from the end, clock running. */
export type RaceOutcome = {
  n: number;
  failures: Failure[];
  around: { withinMs: number; before: number; after: number }[];
};

const FINISH_WITHIN_MS = 300_000;

/**
 * Races negative opinions against the end of the term (R1598/2.8) on a stack with two API and two worker processes,
 * over the agencies' TLS listener, the terms closed by the real workers; then checks every case by the stored values.
 */
export async function race(asked: { counts: RaceCounts; seed: number; say: Say }): Promise<RaceOutcome> {
  const { counts, seed, say } = asked;
  const proof = await openProofStack({ parts: ['simulators', 'api'] });
  const senders = openSenders(proof);
  try {
    const secondProvider = await freePort();
    const ports = { MOHLET_PORT: String(await freePort()), MOHLET_PROVIDER_PORT: String(secondProvider) };
    await proof.stack.startPart('api', ports);
    const providers = [proof.stack.ports.provider, secondProvider].map((port) => `https://127.0.0.1:${port}`);
    const workers = twoWorkers(proof);
    const stage: RaceStage = { proof, providers, senders, workers, chance: chanceFrom(seed), say };
    const failures: Failure[] = [];
    const phase = async (name: string, act: () => Promise<PhaseDone>) => {
      say(name);
      const done = await act();
      const owed = await waitUntilDone(proof, FINISH_WITHIN_MS, say);
      failures.push(...done.failures, ...owed);
      say(`  ${done.cases.length} cases, ${done.failures.length + owed.length} failures`);
      return done.cases;
    };
    for (const offset of [-1, 0, 1])
      await phase(`Clock frozen at the end ${offset} ms`, () => frozenPhase(stage, offset, counts.frozen));
    const half = Math.ceil(counts.running / 2);
    const running = [
      ...(await phase('Clock running across the end, workers up', () => runningPhase(stage, true, half))),
      ...(await phase('Clock running across the end, workers down', () =>
        runningPhase(stage, false, counts.running - half),
      )),
    ];
    await workers.stop();
    say('The check, by the database and the journals alone');
    const checked = await check(proof.owner, proof.home);
    return {
      n: checked.answered,
      failures: [...failures, ...checked.failures],
      around: await howClose(proof, running),
    };
  } finally {
    senders.close();
    await proof.stop();
  }
}

async function howClose({ owner }: ProofStack, cases: readonly string[]): Promise<RaceOutcome['around']> {
  const distances = await owner.many<{ ms: number }>(
    `SELECT extract(epoch FROM received_at - term_ends_at)::float8 * 1000 AS ms FROM opinion WHERE case_number = ANY ($1)`,
    [cases],
  );
  return [10, 100, 1_000, 60_000].map((withinMs) => ({
    withinMs,
    before: distances.filter(({ ms }) => ms < 0 && -ms <= withinMs).length,
    after: distances.filter(({ ms }) => ms >= 0 && ms <= withinMs).length,
  }));
}
