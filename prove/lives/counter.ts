import { asApplicant, expects, type Ground, type Living, withdraw } from './ground.ts';
import { POST_OF_TWO, POSTS } from './life.ts';

const TRIES = 40;
const MORNING = 9;
const SLOTS = 96;

/** The post opens its day: a slot every five minutes of its own time. */
export async function openDay({ officials }: Ground, day: string): Promise<void> {
  const times = Array.from({ length: SLOTS }, (_, n) => {
    const minute = MORNING * 60 + n * 5;
    return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  });
  for (const post of POSTS) expects('opening slots', 200, await officials.openSlots(post, day, times, 5));
}

/** Invites by the officer of the post (R1598/2.11); another post's officer is told that there is no such case. */
export async function invite({ officials }: Ground, { life, caseNumber }: Living): Promise<void> {
  const other = POSTS.find((post) => post !== life.post) ?? 'london';
  expects("another post's invitation", 404, await officials.invite(caseNumber, other));
  expects('an invitation', 200, await officials.invite(caseNumber, life.post));
}

/** Books a free slot, drawn by chance among those that many want, until one is his; moves where he has one. */
export async function book(ground: Ground, one: Living): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const free = await asApplicant<{ slots: { id: string }[] }>(ground, one, 'GET', '/slots');
    const { slots } = expects('the free slots', 200, free);
    // Among the first few, so that people do get in each other's way.
    const slot = ground.chance.pick(slots.slice(0, 12));
    const answer = await asApplicant(ground, one, 'POST', '/appointment', { slot: slot.id });
    if (answer.status === 200) return;
    if (answer.body['reason'] !== 'slot-taken') expects('a booking', 200, answer);
  }
  throw new Error('never gets a slot');
}

/** He books, and then changes his mind as his life has it. */
export async function bookAs(ground: Ground, one: Living): Promise<void> {
  const { life } = one;
  await book(ground, one);
  if (life.comes === 'moved') await book(ground, one);
  if (life.comes === 'cancelled-first') {
    expects('a cancellation', 200, await asApplicant(ground, one, 'POST', '/appointment/cancellation'));
    await book(ground, one);
  }
  if (life.withdraws === 'identity') await withdraw(ground, one);
}

/** The officer writes down that he did not come. */
export async function noteNoShow({ proof, officials }: Ground, { life, caseNumber }: Living): Promise<void> {
  const { id } = await proof.owner.one<{ id: string }>(
    `SELECT id FROM appointment WHERE case_number = $1 AND state = 'booked'`,
    [caseNumber],
  );
  expects('a no-show', 200, await officials.noShow(life.post, id));
}

/** Compares him with his application, by two officers where the post has two (R1598/2.12, 2.13); true on a match. */
export async function identify(ground: Ground, one: Living, photograph: string): Promise<boolean> {
  const { officials } = ground;
  const { life, caseNumber } = one;
  const matches = life.identity === 'match';
  const taken = matches
    ? expects('a photograph', 200, await officials.photograph(life.post, caseNumber, photograph))['photograph']
    : null;
  const found = { findings: findingsOf(one), photograph: taken ?? null, originalsReturned: true };
  const came = life.who === 'business' ? 'representative' : 'applicant';
  const check = (who: string, returned = true) =>
    officials.checkIdentity(life.post, caseNumber, { came: who, ...found, originalsReturned: returned });
  if (life.somebodyElseFirst) {
    expects('a check of somebody else', 409, await check('somebody-else'));
    expects('a check whose originals stay', 409, await check(came, false));
  }
  const first = expects('a check', 200, await check(came));
  if (life.post !== POST_OF_TWO) return first['kind'] === 'match';
  const second = (confirms: boolean) => officials.confirmIdentity(life.post, caseNumber, confirms);
  if (life.secondDisagreesFirst) {
    expects('a second word against', 200, await second(false));
    expects('another check', 200, await check(came));
  }
  return expects('a second word', 200, await second(true))['kind'] === 'match';
}

function findingsOf({ life }: Living): object[] {
  const items = ['identity-document', 'photograph', ...(life.who === 'business' ? ['power-of-attorney'] : [])];
  const sound = items.map((item) => ({ item, originalSeen: true, equal: true }));
  const [first, ...others] = sound;
  if (life.identity === 'match') return sound;
  const differs =
    life.identity === 'not-presented'
      ? { originalSeen: false, equal: false, reason: 'original-not-presented' }
      : { originalSeen: true, equal: false, reason: life.identity };
  return [{ ...first, ...differs }, ...others];
}

/** From the contract to the register (R1598/2.14, 2.15, 5.4), as far as the life goes. */
export async function sign(ground: Ground, one: Living): Promise<void> {
  const { officials, proof } = ground;
  const { life, caseNumber } = one;
  if (life.withdraws === 'contract') return withdraw(ground, one);
  const contracts = {
    certificateContract: `C-${one.n}`,
    ...(life.carrier === 'sim' && { simContract: `SC-${one.n}` }),
  };
  const isThere = life.things !== 'lost' && life.things !== 'never-sent';
  const paper = `A-${one.n}`;
  expects('handing over unsigned', 409, await officials.handToApplicant(life.post, caseNumber, paper));
  expects('signing', isThere ? 200 : 409, await officials.sign(life.post, caseNumber, contracts));
  if (!isThere) return;
  if (life.withdraws === 'signed') return withdraw(ground, one);
  expects('handing over', 200, await officials.handToApplicant(life.post, caseNumber, paper));
  if (life.withdraws === 'issued') await withdraw(ground, one, 409);
  if (!life.enters) return;
  const { serial, centre } = await proof.owner.one<{ serial: string; centre: string }>(
    `SELECT serial, centre FROM certificate WHERE case_number = $1`,
    [caseNumber],
  );
  const wrong = await officials.enterInRegister(centre, caseNumber, `${serial}0`);
  expects('an entry under another number', 409, wrong);
  expects('an entry in the register', 200, await officials.enterInRegister(centre, caseNumber, serial));
}
