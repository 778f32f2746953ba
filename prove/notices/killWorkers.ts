import { setTimeout as delay } from 'node:timers/promises';
import type { Failpoint } from '../../cases/record/failpoints.ts';
import type { Part } from '../../stack/child.ts';
import { again } from '../again.ts';
import type { ProofStack, Say } from '../proofStack.ts';
import type { Chance } from '../tamper/chance.ts';

const AT: readonly Failpoint[] = [
  'notice:before-commit',
  'notice:after-commit',
  'notice:before-record',
  'notice:after-answer',
];
const REACH_WITHIN_MS = 20_000;
const START_WITHIN_MS = 60_000;

/** Kills a worker so many times by SIGKILL, each time at a failpoint of the postman or where it happens to be; says where. */
export async function killWorkers(
  proof: Pick<ProofStack, 'stack'>,
  { kills, chance, say }: { kills: number; chance: Chance; say: Say },
): Promise<string[]> {
  const killed: string[] = [];
  for (let n = 0; n < kills; n += 1) {
    const where = AT[n % AT.length] ?? 'notice:after-commit';
    const armed = { MOHLET_FAILPOINT: `${where}:${1 + chance.below(6)}`, MOHLET_SWEEP: 'off' };
    const part = await startOrDie(() => proof.stack.startPart('worker', armed));
    const reached =
      part === null || (await Promise.race([part.exited, delay(REACH_WITHIN_MS, null, { ref: false })])) !== null;
    if (part !== null && !reached) {
      process.kill(part.pid, 'SIGKILL');
      await part.exited;
    }
    killed.push(reached ? where : 'at random');
    if (killed.length % 5 === 0) say(`  ${killed.length} workers killed`);
  }
  return killed;
}

/** A worker with work waiting may reach its failpoint before it says that it is ready: null, it is dead as was wanted. */
async function startOrDie(start: () => Promise<Part>): Promise<Part | null> {
  return again(START_WITHIN_MS, async () => {
    try {
      return await start();
    } catch (fault) {
      if (fault instanceof Error && fault.message.endsWith('exit code 137')) return null;
      throw fault;
    }
  });
}
