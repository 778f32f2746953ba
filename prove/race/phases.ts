import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { Part } from '../../stack/child.ts';
import type { Failure } from '../check.ts';
import { makeCases } from '../makeCases.ts';
import type { ProofStack, Say } from '../proofStack.ts';
import type { Senders, Shot } from '../sendAll.ts';
import type { Chance } from '../tamper/chance.ts';

/** What a phase works with: the stack, both provider listeners, and its two workers, which it may stop and start. */
export type RaceStage = {
  proof: ProofStack;
  providers: readonly string[];
  senders: Senders;
  workers: { start(): Promise<void>; stop(): Promise<void> };
  chance: Chance;
  say: Say;
};

/** What a phase did: its cases, and what it already knows to be wrong. */
export type PhaseDone = { cases: string[]; failures: Failure[] };

const SPREAD_MS = 5_000;
const CLOSE_MS = 150;
const OBJECTION = { kind: 'negative', code: 'S1' };

/**
 * A negative opinion for each of `count` cases with the legal clock frozen `offsetMs` from the end of their terms.
 * Beforehand it is known what each must do: end the case before the end, and nothing at it or after.
 */
export async function frozenPhase(stage: RaceStage, offsetMs: number, count: number): Promise<PhaseDone> {
  const { proof, senders, say } = stage;
  const { cases, endsAt } = await casesThatEndTogether(stage, count);
  await stage.workers.start();
  await proof.freeze(new Date(Date.parse(endsAt) + offsetMs).toISOString());
  say(`  the clock stands at the end ${offsetMs < 0 ? '-' : '+'} ${Math.abs(offsetMs)} ms; ${count} opinions go out`);
  await senders.fire(cases.map((caseNumber) => shotOf(stage, caseNumber)));
  const wanted = offsetMs < 0 ? 'ended-the-case' : 'late';
  const others = await proof.owner.many<{ case_number: string }>(
    `SELECT c.number AS case_number FROM unnest($1::text[]) AS c (number)
       LEFT JOIN opinion o ON o.case_number = c.number WHERE o.effect IS DISTINCT FROM $2`,
    [cases, wanted],
  );
  // Silence is written where the clock has come to the end, so that nothing waits for ever at the instant before it.
  if (offsetMs < 0) await proof.freeze(endsAt);
  const what = `with the clock frozen at the end ${offsetMs} ms an opinion is ${wanted}`;
  return { cases, failures: others.map(({ case_number }) => ({ caseNumber: case_number, what })) };
}

/**
 * Negative opinions while the legal clock runs across the end of the terms: a third of them within a moment of the
 * instant, an eighth of the cases with a second agency's at the same time. With `workersUp` false nobody closes terms
 * until all opinions are in.
 */
export async function runningPhase(stage: RaceStage, workersUp: boolean, count: number): Promise<PhaseDone> {
  const { proof, senders, chance, say } = stage;
  const { cases, endsAt } = await casesThatEndTogether(stage, count);
  if (workersUp) await stage.workers.start();
  // Every open case is woken by the move and must have asked again before the end comes.
  const ahead = SPREAD_MS + 2_000 + (workersUp ? count * 40 : 0);
  await proof.forward(new Date(Date.parse(endsAt) - ahead).toISOString());
  const { offset } = await proof.owner.one<{ offset: number }>(`SELECT offset_ms AS offset FROM legal_clock`);
  const end = Date.parse(endsAt) - offset;
  say(`  the end comes in ${Math.round((end - Date.now()) / 1000)} s; ${count} opinions go out around it`);
  const shots = cases.flatMap((caseNumber) => {
    const within = chance.below(3) === 0 ? CLOSE_MS : SPREAD_MS;
    const first = { ...shotOf(stage, caseNumber), at: end + chance.below(2 * within) - within };
    if (chance.below(8) !== 0) return [first];
    const another = AGENCIES[(AGENCIES.indexOf(first.agency) + 1 + chance.below(3)) % AGENCIES.length] ?? first.agency;
    return [first, { ...shotOf(stage, caseNumber), agency: another, at: first.at }];
  });
  await senders.fire(shots);
  if (!workersUp) await stage.workers.start();
  return { cases, failures: [] };
}

async function casesThatEndTogether(
  { proof, workers, say }: RaceStage,
  count: number,
): Promise<{ cases: string[]; endsAt: string }> {
  await workers.stop();
  // The morning of the next day: no working day's end comes while the cases are made.
  await proof.forward(await nextMorning(proof));
  const cases = await makeCases(proof, count, say);
  const ends = await proof.owner.many<{ ends_at: string }>(
    `SELECT DISTINCT ends_at FROM term WHERE case_number = ANY ($1)`,
    [cases],
  );
  const [only, ...others] = ends;
  if (only === undefined || others.length > 0) throw new Error('the terms of one phase do not end together');
  return { cases, endsAt: only.ends_at };
}

async function nextMorning({ owner }: ProofStack): Promise<string> {
  const { morning } = await owner.one<{ morning: string }>(
    `SELECT (date_trunc('day', legal_now() AT TIME ZONE 'Asia/Baku') + interval '33 hours') AT TIME ZONE 'Asia/Baku'
              AS morning`,
  );
  return morning;
}

function shotOf({ chance, providers }: RaceStage, caseNumber: string): Shot {
  return { caseNumber, agency: chance.pick(AGENCIES), says: OBJECTION, providerUrl: chance.pick(providers) };
}

/** Keeps the workers of a race: none, or two. */
export function twoWorkers({ stack }: ProofStack): RaceStage['workers'] {
  let parts: Part[] = [];
  return {
    start: async () => {
      if (parts.length === 0) parts = await Promise.all([stack.startPart('worker'), stack.startPart('worker')]);
    },
    stop: async () => {
      await Promise.all(parts.splice(0).map((part) => part.stop()));
    },
  };
}
