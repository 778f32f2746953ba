import type { Answer } from './ask.ts';
import type { Caller } from './callers.ts';
import type { Address, Gets, Row, Whom } from './row.ts';

/** What the matrix expects of one answer: let in with exactly this, or kept out in one of the ways there are. */
export type Expected =
  | { kind: 'let-in'; gets: Gets }
  /** There is no such thing, for him: 404, or where a list would stand an empty one. */
  | { kind: 'missing'; gets: 404 | 200 }
  /** He is asked who he is: the way to the sign-in (pages), 401 (API). */
  | { kind: 'who'; gets: Gets }
  | { kind: 'suspended' }
  /** He signed in too long ago for this: the way to a fresh sign-in (pages), the challenge of RFC 9470 (API). */
  | { kind: 'stale'; isApi: boolean }
  | { kind: 'not-your-role' };

const DOORS = { official: '303 /sign-in', applicant: '303 /case/sign-in', draft: '303 /apply/return' } as const;

/** RFC 9470, 3: how old a sign-in may be. */
const CHALLENGE = 'Bearer error="insufficient_user_authentication", max_age="300"';

/** What somebody should get at an address, by the row alone. */
export function expected(row: Row, lets: Address['lets'], caller: Caller): Expected {
  const isApi = row.route.includes(' /api/v1/');
  const missing: Expected = { kind: 'missing', gets: row.none ?? 404 };
  const isOfTheRow = isEntitled(row, caller);
  if (row.fresh === true && isOfTheRow && caller.state === 'stale') return { kind: 'stale', isApi };
  const named = whomOf(lets, caller.is);
  const gets = named === undefined ? undefined : lets[named];
  // A form's token ends with its session.
  if (row.who === 'anyone' && !isApi && row.route.startsWith('POST') && caller.state === 'ended')
    return { kind: 'who', gets: 403 };
  if (gets !== undefined) return { kind: 'let-in', gets };
  if (isOfTheRow) return missing;
  if (typeof row.who === 'string') return { kind: 'who', gets: isApi ? 401 : DOORS[row.who as keyof typeof DOORS] };
  if (caller.state === 'suspended' && !isApi) return { kind: 'suspended' };
  const isOfficial = caller.is.length > 1 && !caller.is.some((one) => one === 'applicant' || one === 'draft');
  if (!isOfficial) return { kind: 'who', gets: isApi ? 401 : DOORS.official };
  return isApi ? { kind: 'not-your-role' } : missing;
}

/** Whether somebody is one of those who have anything to do at a route. */
export function isEntitled({ who }: Row, { is }: Caller): boolean {
  return is.some((one) => (typeof who === 'string' ? one === who : who.some((role) => role === one)));
}

/** The most particular name among those let in that is his. */
function whomOf(lets: Address['lets'], is: readonly Whom[]): Whom | undefined {
  return is.toReversed().find((one) => one in lets);
}

/** Whether an answer is what was expected; the sameness of all "missing" answers is the engine's to judge. */
export function meets(answer: Answer, wanted: Expected): boolean {
  switch (wanted.kind) {
    case 'let-in':
    case 'who': {
      const [status, location] = String(wanted.gets).split(' ');
      return answer.status === Number(status) && (location === undefined || pathOf(answer) === location);
    }
    case 'missing':
      return answer.status === wanted.gets;
    case 'stale': {
      if (!wanted.isApi) return answer.status === 303 && pathOf(answer) === '/sign-in/start';
      return answer.status === 401 && answer.headers['www-authenticate'] === CHALLENGE;
    }
    case 'suspended':
      return (
        answer.status === 403 &&
        /suspended|dayandırılıb|приостановлен/i.test(Buffer.from(answer.said, 'latin1').toString())
      );
    case 'not-your-role':
      return answer.status === 403 && answer.said.includes('not-your-role');
  }
}

function pathOf({ location }: Answer): string {
  return location.startsWith('/') ? (location.split('?')[0] ?? '') : location;
}

/** Whether somebody let in could be mistaken for one kept out: such a row would prove nothing. */
export function isAmbiguous(row: Row, gets: Gets): boolean {
  return row.who !== 'anyone' && (/^(401|403|404)/.test(String(gets)) || Object.values(DOORS).includes(gets as never));
}
