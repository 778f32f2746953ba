import { setTimeout as delay } from 'node:timers/promises';
import { publishedKeys } from '../adapters/signing/fileSigner.ts';
import { verifyEvidence } from '../commands/evidence/verifyEvidence.ts';
import { officials } from '../demo/officials.ts';
import { rehearsalTokens } from '../stack/rehearsalToken.ts';
import { again } from './again.ts';
import { check, type Failure } from './check.ts';
import { castLives, type Character } from './lives/cast.ts';
import { checkLives, type Looked, type Lived } from './lives/check.ts';
import { sendCopies } from './lives/copies.ts';
import { disturb } from './lives/disturb.ts';
import { type Ground, type Living, order } from './lives/ground.ts';
import { drawCopies, drawLives, POST_OF_TWO } from './lives/life.ts';
import { COHORT_DAYS, dayAfter, march } from './lives/march.ts';
import { endOf } from './lives/model.ts';
import { settle } from './lives/settle.ts';
import { openProofStack, type ProofStack, type Say } from './proofStack.ts';
import { chanceFrom } from './tamper/chance.ts';

/** What the lives came to: `ends` counts them by how the model has them end, `killed` and `temporal` what was killed. */
export type LivesOutcome = {
  n: number;
  failures: Failure[];
  killed: number;
  temporal: number;
  ends: Record<string, number>;
};

const FIRST_DAY = '2026-03-17';
const COHORT = 125;

/**
 * Lives so many random lives through a whole stack while every party fails in turn, workers are killed and Temporal
 * once; then holds the rows and the parties' journals against the model of each life. `after` looks at what is left.
 */
export async function lives(asked: {
  count: number;
  seed: number;
  say: Say;
  after?: (looked: Looked, lived: readonly Lived[]) => Promise<void>;
}): Promise<LivesOutcome> {
  const { count, seed, say } = asked;
  const proof = await openProofStack({ parts: ['simulators', 'api'] });
  try {
    const cast = castLives(drawLives(count, seed), COHORT);
    const becomes = drawCopies(seed);
    const failures: Failure[] = [];
    const ground: Ground = {
      proof,
      officials: officials(proof.portal, await rehearsalTokens(proof.home)),
      chance: chanceFrom(seed),
      say,
      failures,
    };
    await prepare(proof, cast);
    const disturbing = disturb(proof, chanceFrom(seed + 1), say);
    const living: Living[] = [];
    for (let first = 0; first < cast.length; first += COHORT) {
      const day = dayAfter(FIRST_DAY, (first / COHORT) * COHORT_DAYS);
      say(`Lives ${first + 1} to ${Math.min(first + COHORT, cast.length)}, from ${day}`);
      living.push(...(await march(ground, cast.slice(first, first + COHORT), day, first)));
    }
    await sendCopies(ground, becomes);
    const disturbed = await disturbing.stop();
    await tellTexts(proof, cast, {});
    failures.push(...(await settle(proof, say)));

    say('The check, by the database and the journals alone');
    const lived = living.map(({ caseNumber, person, card, life }) => {
      return { caseNumber, person, cardFin: card?.fin ?? null, end: endOf(life, becomes[life.post]) };
    });
    const looked = { owner: proof.owner, seal: proof.record.seal, home: proof.home };
    failures.push(...(await checkLives(looked, lived)), ...(await chains(proof)));
    failures.push(...(await check(proof.owner, proof.home)).failures);
    await asked.after?.(looked, lived);
    const ends = Object.groupBy(lived, ({ end }) => nameOf(end));
    return {
      n: lived.length,
      failures,
      ...disturbed,
      ends: Object.fromEntries(Object.entries(ends).map(([end, all]) => [end, all?.length ?? 0])),
    };
  } finally {
    await proof.stop();
  }
}

function nameOf({ stage, outcome, waitsFor }: Lived['end']): string {
  return waitsFor === null ? outcome : `waits for ${waitsFor.split(':')[0] ?? ''} at ${stage}`;
}

/** The post of two officers, the citizens' cards, and how mail and text messages fail whom. */
async function prepare(proof: ProofStack, cast: readonly Character[]): Promise<void> {
  await proof.owner.run(
    `INSERT INTO parameter (name, in_force_from, value, ground) VALUES ('second-officer', '2018-01-01', $1, 'ADR 24')`,
    [JSON.stringify([POST_OF_TWO])],
  );
  const { ports } = proof.stack;
  for (const { card } of cast)
    if (card !== null) await order('POST', `http://127.0.0.1:${ports.entryExit}/control/citizens`, card);
  await tellTexts(proof, cast, { answer: '429' });
  // The agencies are told by mail too, which would prove delivery (ADR 1) though their systems are down.
  const reject = ['refused-*', '*@agency.invalid'];
  await order('PUT', `http://127.0.0.1:${ports.mailbox}/control/mail`, { reject, returns: ['returned-*'] });
}

/** How the provider of text messages treats each number; `many` those that are too many for it, now. */
async function tellTexts({ stack }: ProofStack, cast: readonly Character[], many: object): Promise<void> {
  const how = { delivered: {}, failed: { outcome: 'fail' }, 'too-many': many };
  const numbers = Object.fromEntries(cast.map(({ mobile, life }) => [mobile, how[life.text]]));
  await order('PUT', `${stack.env['MOHLET_SMS_URL'] ?? ''}/control/text-messages`, { numbers });
}

/** Every chain of the evidence, as the reader verifies it. */
async function chains({ stack }: ProofStack): Promise<Failure[]> {
  const trust = await publishedKeys(stack.env['MOHLET_SIGNING_FOLDER'] ?? '');
  const where = {
    url: stack.env['MOHLET_READER_DATABASE_URL'] ?? '',
    checkpointsFile: stack.env['MOHLET_CHECKPOINTS'] ?? '',
    trust,
  };
  await delay(500);
  const outcome = await again(30_000, () => verifyEvidence(where));
  return outcome.kind === 'ok' ? [] : [{ caseNumber: '', what: `evidence: ${JSON.stringify(outcome.fault)}` }];
}
