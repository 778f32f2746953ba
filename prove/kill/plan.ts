import { FAILPOINTS, type Failpoint } from '../../cases/record/failpoints.ts';
import type { Chance } from '../tamper/chance.ts';

/** One kill: where, and how many of all kills come before it. */
export type Planned<W> = { where: W; turn: number };

/** Who is killed in what order; the three lists run side by side, keeping step by their turns. */
export type KillPlan = {
  api: Planned<Failpoint>[];
  worker: Planned<Failpoint>[];
  engines: Planned<'postgres' | 'temporal'>[];
};

/** Of seven kills: two of the API, three of the worker (at their failpoints in turn), one of PostgreSQL, one of Temporal. */
const TURNS = ['api', 'worker', 'postgres', 'temporal', 'worker', 'api', 'worker'] as const;

const OF_API = FAILPOINTS.filter((name) => /^(submit|opinion):/.test(name));
const OF_WORKER = FAILPOINTS.filter((name) => !OF_API.includes(name));

/** Plans `kills` kills; each failpoint is used before one is used again, in an order drawn by chance. */
export function planKills(kills: number, chance: Chance): KillPlan {
  const plan: KillPlan = { api: [], worker: [], engines: [] };
  const next = { api: inTurn(OF_API, chance), worker: inTurn(OF_WORKER, chance) };
  for (let turn = 0; turn < kills; turn += 1) {
    const who = TURNS[turn % TURNS.length] ?? 'api';
    if (who === 'postgres' || who === 'temporal') plan.engines.push({ where: who, turn });
    else plan[who].push({ where: next[who](), turn });
  }
  return plan;
}

function inTurn(all: readonly Failpoint[], chance: Chance): () => Failpoint {
  let left: Failpoint[] = [];
  return () => {
    if (left.length === 0) left = [...all];
    const [drawn] = left.splice(chance.below(left.length), 1);
    if (drawn === undefined) throw new Error('there are no failpoints');
    return drawn;
  };
}
