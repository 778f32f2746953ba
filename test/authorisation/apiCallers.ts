import { generateKeyPair, SignJWT } from 'jose';
import { grantAccess } from '../../cases/applicant/access.ts';
import { FRESH_SECONDS } from '../../cases/officials/freshSignIn.ts';
import type { Official } from '../../law/officials.ts';
import { type Caller, namesOf, newAddress, OFFICIALS, ONE_OF_EACH_ROLE } from './callers.ts';
import type { Whom } from './row.ts';
import type { World } from './world.ts';

const nothing = () => Promise.resolve();

/** Everybody who asks the JSON API: tokens of officials, applicants and drafts, good and not; a session's cookie; nobody. */
export async function apiCallers(world: World, session: Caller): Promise<Caller[]> {
  const { pages } = world;
  const { record } = pages;
  const callers: Caller[] = [];
  const add = (name: string, is: readonly Whom[], headers: Record<string, string>, state?: Caller['state']) => {
    const address = newAddress();
    callers.push({
      name,
      is,
      state: state ?? (is.length > 1 ? 'in' : 'nobody'),
      address,
      headers,
      csrf: '',
      before: nothing,
    });
    return callers.at(-1)!;
  };
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  for (const official of OFFICIALS) {
    const caller = add(official.sub, namesOf(official), {});
    let until = 0;
    // However long the matrix takes, he signed in just now.
    caller.before = async () => {
      if (Date.now() < until) return;
      until = Date.now() + 60_000;
      caller.headers = bearer(await pages.token(official));
    };
  }
  for (const official of ONE_OF_EACH_ROLE) {
    const old = await pages.token(official, { issued: `-${FRESH_SECONDS + 1} seconds` });
    add(`${official.sub}, signed in long ago`, namesOf(official), bearer(old), 'stale');
    add(`${official.sub}, expired`, ['anyone'], bearer(await pages.token(official, { expires: '-1 second' })));
    const suspended = { ...official, sub: `${official.sub}-suspended` };
    add(`${official.sub}, suspended`, ['anyone'], bearer(await pages.token(suspended)));
  }
  const opened = (opens: 'case' | 'draft', id: string, minutes = 60) => grantAccess(record, opens, id, minutes).token;
  const names = (of: string, name: string) => ['anyone', of, `${of}@${name}`];
  for (const name of ['opinions', 'berlin', 'mending'] as const)
    add(`applicant of ${name}`, names('applicant', name), bearer(opened('case', world[name].caseNumber)));
  for (const name of ['first', 'second', 'third'] as const)
    add(`draft ${name}`, names('draft', name), bearer(opened('draft', world.drafts[name].id)));
  for (const [opens, id] of [['case', world.berlin.caseNumber] as const, ['draft', world.drafts.first.id] as const]) {
    const token = opened(opens, id);
    add(`access to a ${opens}, expired`, ['anyone'], bearer(opened(opens, id, -1)));
    // Its payload is another's, its seal as it was.
    const [kind = '', , seal = ''] = token.split('.');
    const [, other = ''] = opened(opens, opens === 'case' ? world.opinions.caseNumber : world.drafts.second.id).split(
      '.',
    );
    add(`access to a ${opens}, altered`, ['anyone'], bearer([kind, other, seal].join('.')));
  }
  add('a tracking code instead of a token', ['anyone'], bearer(world.berlin.trackingCode));
  const operator = OFFICIALS.find(({ role }) => role === 'operator')!;
  add('operator-1, forged', ['anyone'], bearer(await forged(operator, pages.sso.issuer)));
  add('a session instead of a token', ['anyone'], { ...session.headers });
  add('nobody', ['anyone'], {});
  return callers;
}

async function forged({ sub, role, body, post }: Official, issuer: string): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ role, body, post })
    .setProtectedHeader({ alg: 'ES256', kid: 'k1', typ: 'at+jwt' })
    .setSubject(sub)
    .setIssuer(issuer)
    .setAudience('mohlet')
    .setIssuedAt('-1 minute')
    .setExpirationTime('1 hour')
    .sign(privateKey);
}
