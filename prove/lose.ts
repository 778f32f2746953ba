import { setTimeout as delay } from 'node:timers/promises';
import type { Registered } from '../demo/portal.ts';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { again } from './again.ts';
import { check, type Failure } from './check.ts';
import { passDays } from './kill/load.ts';
import { LOSE_STAGES, type LoseStage, registerOne } from './lose/stages.ts';
import { inLanes, openProofStack, type ProofStack, type Say } from './proofStack.ts';
import { openSenders, type Senders } from './sendAll.ts';
import { waitUntilDone } from './waitUntilDone.ts';

/** What came of the loss: `spread` counts the cases by the stage they stood in when Temporal's data were deleted. */
export type LoseOutcome = { n: number; failures: Failure[]; spread: Record<string, number> };

type Placed = Registered & { stage: LoseStage };

const REACH_WITHIN_MS = 120_000;
const FINISH_WITHIN_MS = 180_000;
const OUT_OF_ORDER = { kind: 'down', how: 'unavailable' };
const LANES = 4;

/**
 * Spreads `cases` cases over every stage, deletes all of Temporal's data, and lets the parties work and the days pass
 * again: every case must end as its record demands, with nothing but the record to go by.
 */
export async function lose(asked: { cases: number; say: Say }): Promise<LoseOutcome> {
  const { cases, say } = asked;
  const proof = await openProofStack();
  const senders = openSenders(proof);
  try {
    const placed = await register(proof, cases);
    say(`${cases} cases are registered`);
    await reach(proof, senders, placed, 'early');
    await out(proof, placed);
    await reach(proof, senders, placed, 'late');
    const spread = await whereTheyStand(proof, placed);
    say(`they stand in ${Object.keys(spread).length} stages; all of Temporal's data are deleted`);

    process.kill(proof.stack.pids.temporal, 'SIGKILL');
    await again(60_000, () => proof.stack.restartTemporal({ wipe: true }));
    await backInOrder(proof);
    say('Temporal is up again and empty; the days pass');
    // What was not delivered before gets its terms now, and these their days.
    const undelivered = await waitForDeliveries(proof);
    await passDays(proof);
    const owed = await waitUntilDone(proof, FINISH_WITHIN_MS, say);
    const outcomes = await proof.owner.many<{ number: string; outcome: string | null; fin: boolean }>(
      `SELECT number, outcome, EXISTS (SELECT 1 FROM virtual_fin v WHERE v.case_number = number) AS fin FROM "case"`,
    );
    const otherwise = placed.flatMap(({ caseNumber, stage: { name, demands } }) => {
      const found = outcomes.find(({ number }) => number === caseNumber);
      const right = found?.outcome === demands && found.fin === (demands === 'approved');
      return right ? [] : [{ caseNumber, what: `stood where ${name} and must end ${demands}` }];
    });
    const checked = await check(proof.owner, proof.home);
    return { n: cases, failures: [...undelivered, ...owed, ...otherwise, ...checked.failures], spread };
  } finally {
    senders.close();
    await proof.stop();
  }
}

/** The cases are registered while no agency takes anything, so that each can be told beforehand how to treat them. */
async function register(proof: ProofStack, cases: number): Promise<Placed[]> {
  await Promise.all(AGENCIES.map((_, at) => proof.agency(at, { default: OUT_OF_ORDER })));
  // The announcement by mail would prove delivery (ADR 1): the agencies' mail is out of order too.
  await control(`${proof.stack.ports.mailbox}`, '/control/mail', { reject: ['*@agency.invalid'] });
  const placed = await inLanes(
    Array.from({ length: cases }, (_, at) => LOSE_STAGES[at % LOSE_STAGES.length] as LoseStage),
    LANES,
    async (stage) => ({ ...(await registerOne(proof)), stage }),
  );
  for (const at of AGENCIES.keys()) {
    const takes = placed.filter(({ stage }) => stage.taken.includes(at)).map(({ caseNumber }) => caseNumber);
    await proof.agency(at, { cases: Object.fromEntries(takes.map((number) => [number, { kind: 'silent' }])) });
  }
  return placed;
}

/** Waits until delivery came as far as it can, then does what brings the cases to their stage. */
async function reach(proof: ProofStack, senders: Senders, placed: readonly Placed[], when: LoseStage['when']) {
  await again(REACH_WITHIN_MS, async () => {
    const { terms } = await proof.owner.one<{ terms: number }>(`SELECT count(*)::integer AS terms FROM term`);
    const wanted = placed.reduce((sum, { stage }) => sum + stage.taken.length, 0);
    if (terms < wanted) throw new Error(`${terms} of ${wanted} terms run`);
  });
  const turn = placed.filter(({ stage }) => stage.when === when);
  await inLanes(turn, LANES, (one) => one.stage.reach(proof, senders, one));
  await again(REACH_WITHIN_MS, async () => {
    const standing = Object.values(await whereTheyStand(proof, turn)).reduce((sum, n) => sum + n, 0);
    if (standing < turn.length) throw new Error(`${standing} of ${turn.length} cases stand where they should`);
  });
}

/** From now on the register answers nothing, and the agencies of the later stages take no word to stop. */
async function out(proof: ProofStack, placed: readonly Placed[]): Promise<void> {
  await control(`${proof.stack.ports.entryExit}`, '/control/behaviour', OUT_OF_ORDER);
  const late = placed.filter(({ stage }) => stage.when === 'late').map(({ caseNumber }) => caseNumber);
  const behaviour = { cases: Object.fromEntries(late.map((number) => [number, OUT_OF_ORDER])) };
  await Promise.all(AGENCIES.map((_, at) => proof.agency(at, behaviour)));
}

async function backInOrder(proof: ProofStack): Promise<void> {
  const rows = await proof.owner.many<{ number: string }>(`SELECT number FROM "case"`);
  const cases = Object.fromEntries(rows.map(({ number }) => [number, { kind: 'silent' }]));
  await Promise.all(AGENCIES.map((_, at) => proof.agency(at, { default: { kind: 'silent' }, cases })));
  await control(`${proof.stack.ports.entryExit}`, '/control/behaviour', { kind: 'well' });
}

/** What is still not delivered when the time is over. */
async function waitForDeliveries({ owner }: ProofStack): Promise<Failure[]> {
  for (const end = Date.now() + FINISH_WITHIN_MS; ; await delay(250)) {
    const left = await owner.many<Failure>(
      `SELECT r.case_number AS "caseNumber", 'is not delivered to ' || r.agency AS what
         FROM opinion_request r JOIN "case" c ON c.number = r.case_number
        WHERE c.stage = 'opinions' AND r.delivered_at IS NULL`,
    );
    if (left.length === 0 || Date.now() > end) return left;
  }
}

async function whereTheyStand({ owner }: ProofStack, placed: readonly Placed[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { name, stands } of new Set(placed.map(({ stage }) => stage))) {
    const numbers = placed.filter(({ stage }) => stage.name === name).map(({ caseNumber }) => caseNumber);
    const { n } = await owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM "case" c WHERE c.number = ANY ($1) AND ${stands}`,
      [numbers],
    );
    counts[name] = n;
  }
  return counts;
}

async function control(port: string, path: string, json: object): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(json),
  });
  if (!answer.ok) throw new Error(`a simulator refused: ${answer.status}`);
}
