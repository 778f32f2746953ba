import { DEMO_OFFICIALS } from '../../adapters/sign-in/demoOfficials.ts';
import { type Official, officialClaims } from '../../law/officials.ts';
import { readFile } from 'node:fs/promises';
import type { Browsing } from '../pages/browsing.ts';
import { applicantOf } from '../pages/signInApplicant.ts';
import type { Whom } from './row.ts';
import { endedSession, revivable, type Session, sessionOf } from './sessions.ts';
import type { World } from './world.ts';

/**
 * Somebody who asks, from an address of his own. `is` names him as rows do; it is empty where he is nobody (any more):
 * `state` says why. Before each request his session is put back as it was, so that no request depends on an earlier one.
 */
export type Caller = {
  name: string;
  is: readonly Whom[];
  state: 'in' | 'nobody' | 'ended' | 'suspended' | 'stale';
  address: string;
  headers: Record<string, string>;
  csrf: string;
  before: Session['before'];
};

/** Two posts, four agencies, both Centres, both ministries, two couriers, two operators: whoever is one another's foreigner. */
const SUBS = [
  ...['internal-affairs-reviewer-1', 'internal-affairs-reviewer-2', 'foreign-affairs-reviewer-1'],
  ...['state-security-reviewer-1', 'foreign-intelligence-reviewer-1'],
  ...['berlin-officer-1', 'berlin-officer-2', 'london-officer-1', 'operator-1', 'operator-2', 'auditor-1'],
  ...[
    'centre-e-imza-1',
    'centre-asan-1',
    'foreign-affairs-1',
    'communications-1',
    'courier-7',
    'azercell-1',
    'bakcell-1',
  ],
];

/** The officials of the matrix; the second courier is none of the demo's. */
export const OFFICIALS: readonly Official[] = [
  ...SUBS.map((sub) => officialClaims.parse(DEMO_OFFICIALS.find((one) => one.sub === sub))),
  { sub: 'courier-8', role: 'courier', body: 'foreign-affairs', post: '8' },
];

/** One official of each role. */
export const ONE_OF_EACH_ROLE = OFFICIALS.filter(
  ({ role }, at) => OFFICIALS.findIndex((one) => one.role === role) === at,
);

/** As what rows name an official. */
export function namesOf({ role, body, post, sub }: Official): Whom[] {
  const place = role === 'mission-officer' || role === 'courier' ? post : body;
  return ['anyone', role, `${role}@${place}`, sub];
}

let addresses = 0;

/** An address of a network that is nobody's (RFC 5737). */
export function newAddress(): string {
  addresses += 1;
  return `203.0.113.${addresses}`;
}

/** Everybody who asks for pages: officials, applicants and draft holders signed in, timed out, suspended; and nobody. */
export async function pageCallers(world: World): Promise<Caller[]> {
  const { pages } = world;
  const callers: Caller[] = [];
  const add = (name: string, state: Caller['state'], is: readonly Whom[], session: Session) =>
    callers.push({
      ...{ name, state, is, address: newAddress(), headers: { Cookie: session.cookie } },
      ...{ csrf: session.csrf, before: session.before },
    });
  const signedIn = async ({ sub, ...as }: Official): Promise<Browsing> => {
    if (sub !== 'courier-8') return pages.visitAs(sub);
    const visit = await pages.visitAs('courier-7');
    await sessionOf(pages, visit).change({ official: { who: { sub, ...as } } });
    return visit;
  };
  for (const official of ONE_OF_EACH_ROLE) {
    const session = await revivable(pages, await signedIn(official), 'stale');
    add(`${official.sub}, signed in long ago`, 'stale', namesOf(official), session);
  }
  for (const official of OFFICIALS)
    add(official.sub, 'in', namesOf(official), await revivable(pages, await signedIn(official)));
  const applicants = { opinions: world.opinions, berlin: world.berlin, mending: world.mending };
  for (const [name, of] of Object.entries(applicants))
    add(
      `applicant of ${name}`,
      'in',
      ['anyone', 'applicant', `applicant@${name}`],
      await revivable(pages, await applicantOf(pages, of)),
    );
  for (const name of ['first', 'second'] as const)
    add(
      `draft ${name}`,
      'in',
      ['anyone', 'draft', `draft@${name}`],
      await revivable(pages, await draftHolder(world, name)),
    );

  const ended: [string, () => Promise<Browsing>][] = [
    ...ONE_OF_EACH_ROLE.map((one): [string, () => Promise<Browsing>] => [one.sub, () => signedIn(one)]),
    ['applicant', () => applicantOf(pages, world.berlin)],
    ['draft', () => draftHolder(world, 'third')],
  ];
  for (const [at, [name, visit]] of ended.entries()) {
    const how = at % 2 === 0 ? 'whole' : 'idle';
    add(`${name} whose session ended (${how})`, 'ended', ['anyone'], await endedSession(pages, await visit(), how));
  }
  for (const official of ONE_OF_EACH_ROLE) {
    const visit = await signedIn(official);
    const sub = `${official.sub}-suspended`;
    await pages.owner.run(
      `INSERT INTO official (sub, role, body, post, first_sign_in, last_sign_in, suspended_at, suspended_by)
       VALUES ($1, $2, $3, $4, machine_now(), machine_now(), machine_now(), 'test')`,
      [sub, official.role, official.body, official.post],
    );
    await sessionOf(pages, visit).change({ official: { who: { ...official, sub } } });
    add(`${official.sub}, suspended`, 'suspended', ['anyone'], await revivable(pages, visit));
  }
  const nobody = await revivable(pages, pages.visit());
  add('nobody', 'nobody', ['anyone'], nobody);
  const token = await pages.token(OFFICIALS.find(({ role }) => role === 'operator')!);
  add('a token instead of a session', 'nobody', ['anyone'], await revivable(pages, pages.visit()));
  callers.at(-1)!.headers = { ...callers.at(-1)!.headers, Authorization: `Bearer ${token}` };
  return callers;
}

async function draftHolder({ pages, drafts }: World, name: 'first' | 'second' | 'third'): Promise<Browsing> {
  const visit = pages.visit();
  await visit.get('/en/apply');
  await visit.submit({});
  await visit.get('/en/apply/files');
  const bytes = await readFile((await pages.makeFiles()).photograph);
  const page = await visit.submit({}, { form: 'value="photograph"', files: { photograph: { name: 'a.jpg', bytes } } });
  const id = /\/apply\/files\/([0-9a-f-]{36})/.exec(page.html)?.[1];
  if (id === undefined) throw new Error(`no file in the draft: ${page.html}`);
  const { draftId } = await sessionOf(pages, visit).read();
  drafts[name] = { id: String(draftId), file: id };
  return visit;
}
