import { check, type Failure } from './check.ts';
import { checkLetters } from './check/letters.ts';
import { checkPromises } from './check/promises.ts';
import { killEngines, type KillLog, killPart } from './kill/killers.ts';
import { passDays, startDays, startLoad } from './kill/load.ts';
import { planKills } from './kill/plan.ts';
import { openProofStack, type ProofStack, type Say } from './proofStack.ts';
import { openSenders } from './sendAll.ts';
import { chanceFrom } from './tamper/chance.ts';
import { waitUntilDone } from './waitUntilDone.ts';

/** What the kills came to: `killed` says where each was, `alone` which parts ended though nobody killed them. */
export type KillOutcome = KillLog & {
  n: number;
  failures: Failure[];
  cases: number;
  opinions: number;
  notices: number;
  letters: number;
};

const MINUTE_MS = 60_000;
const ROUNDS = 4;

/**
 * Kills API, worker, PostgreSQL and Temporal by SIGKILL, `kills` times, under a running load, each started again after
 * its kill; then checks that nothing acknowledged is lost, nothing is done twice, and no case is stuck a minute after
 * the last start.
 */
export async function kill(asked: { kills: number; seed: number; say: Say }): Promise<KillOutcome> {
  const { kills, seed, say } = asked;
  const proof = await openProofStack({ parts: ['simulators'] });
  const senders = openSenders(proof);
  try {
    const plan = planKills(kills, chanceFrom(seed));
    const log: KillLog = { killed: [], alone: [] };
    const load = startLoad(proof, senders, chanceFrom(seed + 1));
    const days = startDays(proof);
    const killer = (more: number) => ({ proof, log, say, chance: chanceFrom(seed + more) });
    const ended = await Promise.allSettled([
      killPart(killer(2), 'api', plan.api),
      killPart(killer(3), 'worker', plan.worker),
      killEngines(killer(4), plan.engines),
    ]);
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
    say(`${log.killed.length} kills; the load comes to its end`);
    await Promise.all([load.stop(), days.stop()]);
    const failures = await comesToItsEnd(proof, say);
    const checked = await check(proof.owner, proof.home);
    const letters = await checkLetters(proof.owner, proof.home);
    const promises = await checkPromises(proof.owner, load.acknowledged);
    return {
      ...log,
      n: log.killed.length,
      failures: [...failures, ...checked.failures, ...letters.failures, ...promises],
      cases: load.acknowledged.registered.length,
      opinions: checked.answered,
      notices: letters.n,
      letters: letters.copies,
    };
  } finally {
    senders.close();
    await proof.stop();
  }
}

/** Lets the days pass until every term has ended; a case the record still owes something a minute later is stuck. */
async function comesToItsEnd(proof: ProofStack, say: Say): Promise<Failure[]> {
  for (let round = 1; ; round += 1) {
    await passDays(proof);
    const stuck = await waitUntilDone(proof, MINUTE_MS, say);
    if (stuck.length > 0) return stuck.map(({ caseNumber, what }) => ({ caseNumber, what: `a minute later ${what}` }));
    // A delivery cut off by a kill starts its term only now: its days are yet to pass.
    const open = await proof.owner.many<Failure>(
      `SELECT number AS "caseNumber", 'is never decided' AS what FROM "case" WHERE outcome IS NULL`,
    );
    if (open.length === 0 || round === ROUNDS) return open;
    say(`  ${open.length} cases have terms that run yet`);
    await new Promise((resolve) => setTimeout(resolve, MINUTE_MS / 4));
  }
}
