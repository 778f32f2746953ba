import { setTimeout as delay } from 'node:timers/promises';
import type { Failpoint } from '../../cases/record/failpoints.ts';
import type { Part } from '../../stack/child.ts';
import { again } from '../again.ts';
import type { ProofStack, Say } from '../proofStack.ts';
import type { Chance } from '../tamper/chance.ts';
import type { Planned } from './plan.ts';

/** What was killed where, as it happens; `alone` names parts that ended though nobody killed them. */
export type KillLog = { killed: string[]; alone: string[] };

type Killer = { proof: ProofStack; chance: Chance; log: KillLog; say: Say };

const START_WITHIN_MS = 120_000;
const REACH_WITHIN_MS = 60_000;
const KILLED = 137;
/** How many kills may happen out of their turn, so that they also fall together. */
const AHEAD = 3;

const isDue = (log: KillLog, turn: number) => log.killed.length + AHEAD > turn;

function note({ log, say }: Killer, where: string): void {
  log.killed.push(where);
  say(`  ${log.killed.length}: ${where}`);
}

/**
 * Runs one of our parts through its failpoints: starts it armed, lets it die there by SIGKILL, starts it again. A
 * failpoint that the load does not reach within a minute is replaced by a kill at that moment. The last start is
 * unarmed.
 */
export async function killPart(
  killer: Killer,
  name: 'api' | 'worker',
  planned: readonly Planned<Failpoint>[],
): Promise<void> {
  for (const { where, turn } of planned) {
    if (!isDue(killer.log, turn)) await workUntilDue(killer, name, turn);
    while (!(await dieAt(killer, name, where)));
  }
  await again(START_WITHIN_MS, () => killer.proof.stack.startPart(name));
}

async function workUntilDue({ proof, log }: Killer, name: 'api' | 'worker', turn: number): Promise<void> {
  const part = await again(START_WITHIN_MS, () => proof.stack.startPart(name));
  while (!isDue(log, turn)) await delay(200);
  await part.stop();
}

async function dieAt(killer: Killer, name: 'api' | 'worker', failpoint: Failpoint): Promise<boolean> {
  const { proof, chance, log } = killer;
  const armed = { MOHLET_FAILPOINT: `${failpoint}:${1 + chance.below(4)}` };
  const part = await again(START_WITHIN_MS, () => startOrDie(() => proof.stack.startPart(name, armed)));
  const code = part === null ? KILLED : await Promise.race([part.exited, delay(REACH_WITHIN_MS, null, { ref: false })]);
  if (code !== null && code !== KILLED) {
    log.alone.push(`${name} ended by itself (${code})`);
    return false;
  }
  if (code === null && part !== null) {
    process.kill(part.pid, 'SIGKILL');
    await part.exited;
  }
  note(killer, code === null ? `${name} at random` : failpoint);
  return true;
}

/** A part with work waiting may reach its failpoint before it says that it is ready: null, it is dead as was wanted. */
async function startOrDie(start: () => Promise<Part>): Promise<Part | null> {
  try {
    return await start();
  } catch (fault) {
    if (fault instanceof Error && fault.message.endsWith(`exit code ${KILLED}`)) return null;
    throw fault;
  }
}

/** Kills PostgreSQL or Temporal at moments drawn by chance, and starts it again a moment later. */
export async function killEngines(killer: Killer, planned: readonly Planned<'postgres' | 'temporal'>[]): Promise<void> {
  const { proof, chance, log } = killer;
  const { stack } = proof;
  for (const { where, turn } of planned) {
    while (!isDue(log, turn)) await delay(200);
    await delay(500 + chance.below(3_000));
    process.kill(stack.pids[where], 'SIGKILL');
    note(killer, `${where} at random`);
    await delay(chance.below(1_500));
    await again(START_WITHIN_MS, () => (where === 'postgres' ? stack.restartPostgres() : stack.restartTemporal()));
  }
}
