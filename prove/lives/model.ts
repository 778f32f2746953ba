import type { Copies, Life } from './life.ts';

/** A thing as it must lie in the end: `kind`, its state, and with whom. */
export type Lies = `${string} ${'sound' | 'damaged' | 'missing' | 'replaced'} ${string}`;

/** How a life must have ended, or for whom it must be waiting. */
export type End = {
  stage: 'centre' | 'invitation' | 'identity' | 'contract' | 'register' | 'ended';
  outcome: 'negative-opinion' | 'withdrawn' | 'centre-refusal' | 'mismatch' | 'issued' | 'approved';
  waitsFor: string | null;
  fin: boolean;
  cancelled: boolean;
  certificate: boolean;
  revoked: boolean;
  inRegister: boolean;
  invited: 'done' | 'done-late' | null;
  carrierGiven: boolean;
  things: Lies[];
};

const UNDECIDED: End = {
  stage: 'ended',
  outcome: 'approved',
  waitsFor: null,
  fin: false,
  cancelled: false,
  certificate: false,
  revoked: false,
  inRegister: false,
  invited: null,
  carrierGiven: false,
  things: [],
};

/**
 * Says in plain words what must come of a life, by its own choices and what becomes of the copies at its post. It knows
 * nothing of how the engine does it.
 */
export function endOf(life: Life, copies: Copies): End {
  if (life.withdraws === 'opinions') return { ...UNDECIDED, outcome: 'withdrawn' };
  if (life.agencies.some(({ says }) => says === 'negative')) return { ...UNDECIDED, outcome: 'negative-opinion' };
  if (life.withdraws === 'virtual-fin') return { ...UNDECIDED, outcome: 'withdrawn' };
  return atTheCentre(life, copies);
}

function atTheCentre(life: Life, copies: Copies): End {
  const named: End = { ...UNDECIDED, fin: true };
  if (life.withdraws === 'centre') return { ...named, outcome: 'withdrawn' };
  const waiting = (waitsFor: string): End => ({ ...named, stage: 'centre', waitsFor });
  const isBad = life.centre === 'bad-signature' || life.centre === 'wrong-validity';
  if (life.centre === 'refuses' || (isBad && life.afterBad === 'refuses'))
    return { ...named, outcome: 'centre-refusal' };
  if (life.centre === 'silent' || (isBad && life.afterBad === 'is-silent')) return waiting(centreOf(life));
  const isDeficient = life.centre === 'deficient' || life.centre === 'deficient-twice' || isBad;
  if (isDeficient && life.mends === 'never') return waiting('applicant');
  return atTheMission(life, copies, { ...named, certificate: true });
}

function atTheMission(life: Life, copies: Copies, made: End): End {
  const post = `mission:${life.post}`;
  const withdrawn = (end: End): End => undone(life, { ...end, outcome: 'withdrawn' });
  const arrived: End = { ...made, things: whereThingsCame(life) };
  if (life.withdraws === 'invitation') return withdrawn(arrived);
  if (life.invites === 'never') return { ...arrived, stage: 'invitation', waitsFor: post };

  const invited: End = { ...arrived, invited: life.invites === 'late' ? 'done-late' : 'done' };
  if (life.withdraws === 'identity') return withdrawn(invited);
  if (life.comes === 'never-booked' || life.comes === 'never-came')
    return { ...invited, stage: 'identity', waitsFor: 'applicant' };
  if (life.identity !== 'match') return undone(life, { ...invited, outcome: 'mismatch', cancelled: true });

  if (life.withdraws === 'contract') return withdrawn(invited);
  const isThere = life.things !== 'lost' && life.things !== 'never-sent';
  if (!isThere) return { ...invited, stage: 'contract', waitsFor: post };
  const signed: End = { ...invited, things: [...invited.things, lies('certificate-contract/1', post)] };
  if (life.withdraws === 'signed') return withCopies(life, copies, withdrawn(signed));

  const given = signed.things.map((thing) => handed(thing, post));
  const issued: End = { ...signed, outcome: 'issued', carrierGiven: true, things: given };
  const entered: End = life.enters
    ? { ...issued, inRegister: true }
    : { ...issued, stage: 'register', waitsFor: centreOf(life) };
  return withCopies(life, copies, entered);
}

/** Everything sound that lies at the post, but for second copies, is the applicant's. */
function handed(thing: Lies, post: string): Lies {
  const [kind = '', state, holder] = thing.split(' ');
  return state === 'sound' && holder === post && !kind.endsWith('/2') ? lies(kind, 'applicant') : thing;
}

const WAY = (life: Life, maker: string) => [maker, 'ministry:foreign-affairs', 'courier:7', `mission:${life.post}`];

/** Where things came before anybody was invited: what went wrong with a carrier at a leg leaves its traces there. */
function whereThingsCame(life: Life): Lies[] {
  const centre = centreOf(life);
  const mission = `mission:${life.post}`;
  const isSim = life.carrier === 'sim';
  const maker = isSim ? 'portal-operator' : centre;
  const [giver = '', taker = ''] = WAY(life, maker).slice(life.leg);
  const papers = isSim ? ['sim-contract/1', 'sim-contract/2'] : [];
  const there = ['certificate', life.carrier, ...papers].map((kind) => lies(kind, mission));
  switch (life.things) {
    case 'never-sent':
      return [lies('certificate', centre), ...(isSim ? [] : [lies('token', centre)])];
    case 'lost': {
      // The certificate goes with the token; with a SIM card it went before.
      const beside = isSim ? [lies('certificate', mission)] : [lies('certificate', taker)];
      return [...beside, `${life.carrier} missing ${giver}`, ...papers.map((paper) => lies(paper, taker))];
    }
    case 'damaged':
      return [...there, `${life.carrier} replaced ${maker}`];
    case 'missing':
      return [...there, `${life.carrier} replaced ${giver}`];
    case 'as-listed':
    case 'recalled':
    case 'wrong-number':
      return there;
  }
}

/** What an end without a certificate undoes: the Centre revokes, and whoever gives back gives to who made it. */
function undone(life: Life, end: End): End {
  const revoked: End = { ...end, revoked: true };
  if (!life.givesBack || life.things === 'lost') return revoked;
  const post = `mission:${life.post}`;
  const things = end.things.map((thing) => {
    const [kind = '', state, holder] = thing.split(' ');
    const isSecond = end.things.includes(lies('certificate-contract/1', post)) && kind.endsWith('/2');
    return state === 'sound' && holder === post && !isSecond ? lies(kind, makerOf(life, kind)) : thing;
  });
  return { ...revoked, things };
}

function makerOf(life: Life, kind: string): string {
  if (kind.startsWith('certificate-contract')) return `mission:${life.post}`;
  return kind.startsWith('sim') ? 'portal-operator' : centreOf(life);
}

/** Second copies of what was signed go their own way home, whatever becomes of the case. */
function withCopies(life: Life, copies: Copies, end: End): End {
  const kinds = ['certificate-contract/2', ...(life.carrier === 'sim' ? ['sim-contract/2'] : [])];
  const home = (kind: string) => (kind.startsWith('sim') ? 'mobile-operator:azercell' : centreOf(life));
  const where = { stay: `mission:${life.post}`, 'to-the-ministry': 'ministry:foreign-affairs', home: null }[copies];
  const others = end.things.filter((thing) => !kinds.some((kind) => thing.startsWith(`${kind} `)));
  return { ...end, things: [...others, ...kinds.map((kind) => lies(kind, where ?? home(kind)))] };
}

function centreOf(life: Life): string {
  return life.carrier === 'sim' ? 'centre:asan' : 'centre:e-imza';
}

function lies(kind: string, holder: string): Lies {
  return `${kind} sound ${holder}`;
}
