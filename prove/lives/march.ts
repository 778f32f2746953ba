import { inLanes } from '../proofStack.ts';
import { agenciesReturn, opineInTime, opineLate, registerAll } from './agencies.ts';
import type { Character } from './cast.ts';
import { passCentre, tellCentres } from './centres.ts';
import { bookAs, identify, invite, noteNoShow, openDay, sign } from './counter.ts';
import { type Ground, type Living, order, reach, withdraw } from './ground.ts';
import { giveBack, sendOnWay } from './way.ts';

const LANES = 8;
const ROUNDS = [0, 1, 2];
/** From one round of appointments to the next, and from the booking to the day itself, in days. */
const ROUND_DAYS = 8;
const BOOKED_AHEAD = 2;
const CENTRES_ON = 20;

/** Days from the first of a cohort to the first of the next. */
export const COHORT_DAYS = 40;

/**
 * Lets a cohort live, all in step, on one march of the legal clock, which stands still while things are done; `start` is
 * the ISO day of its first morning. What goes otherwise than a life has it is noted, and that life is left alone.
 */
export async function march(
  ground: Ground,
  cast: readonly Character[],
  start: string,
  first: number,
): Promise<Living[]> {
  const { proof, say } = ground;
  const at = (days: number, time = '10:00') => proof.freeze(`${dayAfter(start, days)}T${time}:00+04:00`);
  const register = (kind: 'down' | 'well') =>
    order('PUT', `http://127.0.0.1:${proof.stack.ports.entryExit}/control/behaviour`, { kind });

  await at(0);
  await register('down');
  const living = await registerAll(ground, cast, first);
  const each = phases(ground, living);
  say(`  ${living.length} applications are registered`);

  await at(1);
  await agenciesReturn(ground, living);
  await each('the opinions', (one) => opineInTime(ground, one));
  await at(CENTRES_ON);
  await each('the end of the terms', (one) => opineLate(ground, one));

  await tellCentres(ground, living);
  await register('well');
  await at(CENTRES_ON, '11:00');
  const named = living.filter((one) => !ended(one));
  await each('the Centre', (one) => passCentre(ground, one), named);
  const made = await among(ground, named, 'invitation');
  await each('the way to the mission', (one) => sendOnWay(ground, one), made);
  const gone = made.filter(({ life }) => life.withdraws === 'invitation');
  await each('a withdrawal', (one) => leave(ground, one), gone);

  const expected = made.filter((one) => !gone.includes(one) && one.life.invites !== 'never');
  for (const round of ROUNDS) {
    const day = CENTRES_ON + round * ROUND_DAYS;
    if (round > 0) await at(day);
    await openDay(ground, dayAfter(start, day + BOOKED_AHEAD));
    const whose = (wanted: number) => expected.filter((one) => firstRound(one) === wanted);
    const absent = whose(round - 1).filter(({ life }) => isAbsent(life.comes) && life.withdraws !== 'identity');
    await each('a no-show', (one) => noteNoShow(ground, one), absent);
    await each('the invitation', (one) => invite(ground, one), whose(round));
    const again = absent.filter(({ life }) => life.comes === 'no-show-first');
    const left = whose(round).filter(({ life }) => life.comes === 'never-booked' && life.withdraws === 'identity');
    await each('a withdrawal', (one) => leave(ground, one), left);
    const booking = [...whose(round).filter(({ life }) => life.comes !== 'never-booked'), ...again];
    await each('the booking', (one) => bookThenBack(ground, one), booking);

    await at(day + BOOKED_AHEAD, '15:00');
    const come = [
      ...whose(round).filter(({ life }) => !isAbsent(life.comes) && life.comes !== 'never-booked'),
      ...again,
    ];
    const here = come.filter(({ life }) => life.withdraws !== 'identity');
    await each('the counter', (one) => meet(ground, one), here);
  }
  return living;
}

function phases(ground: Ground, living: readonly Living[]) {
  return async (what: string, act: (one: Living) => Promise<void>, some: readonly Living[] = living) => {
    const began = Date.now();
    const whole = some.filter(({ broken }) => !broken);
    await inLanes(whole, LANES, async (one) => {
      await act(one).catch((fault: unknown) => {
        one.broken = true;
        const told = `${what}: ${String(fault)} (${JSON.stringify(one.life)})`;
        ground.say(`  ${one.caseNumber}: ${told}`);
        ground.failures.push({ caseNumber: one.caseNumber, what: told });
      });
    });
    if (whole.length > 0) ground.say(`  ${what}: ${whole.length} lives, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  };
}

/** Whether nothing more can come after the opinions, or before the virtual FIN. */
function ended({ life }: Living): boolean {
  const { withdraws, agencies } = life;
  return withdraws === 'opinions' || withdraws === 'virtual-fin' || agencies.some(({ says }) => says === 'negative');
}

async function among({ proof }: Ground, living: readonly Living[], stage: string): Promise<Living[]> {
  const rows = await proof.owner.many<{ number: string }>(
    `SELECT number FROM "case" WHERE number = ANY ($1) AND stage = $2`,
    [living.map(({ caseNumber }) => caseNumber), stage],
  );
  const numbers = new Set(rows.map(({ number }) => number));
  return living.filter(({ caseNumber }) => numbers.has(caseNumber));
}

function firstRound({ life }: Living): number {
  return life.invites === 'late' ? 1 : 0;
}

function isAbsent(comes: Living['life']['comes']): boolean {
  return comes === 'no-show-first' || comes === 'never-came';
}

async function leave(ground: Ground, one: Living): Promise<void> {
  await withdraw(ground, one);
  await giveBack(ground, one);
}

async function bookThenBack(ground: Ground, one: Living): Promise<void> {
  await bookAs(ground, one);
  if (one.life.withdraws === 'identity') await giveBack(ground, one);
}

async function meet(ground: Ground, one: Living): Promise<void> {
  const matches = await identify(ground, one, ground.proof.files.photograph);
  await reach(ground, one, matches ? `c.stage = 'contract'` : `c.outcome = 'mismatch'`);
  if (matches) await sign(ground, one);
  const { withdraws } = one.life;
  if (!matches || withdraws === 'contract' || withdraws === 'signed') await giveBack(ground, one);
}

/** The ISO day so many days after another. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
