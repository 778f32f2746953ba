import type { Answer } from './ask.ts';
import type { Caller } from './callers.ts';
import type { Address, Gets, Row, Whom } from './row.ts';

/** What the matrix expects of one answer: let in with exactly this, or kept out in one of the ways there are. */
export type Expected =
  | { kind: 'let-in'; gets: Gets }
  /** There is no such thing, for him. */
  | { kind: 'missing' }
  /** He is asked who he is: the way to the sign-in (pages), 401 (API). */
  | { kind: 'who'; gets: Gets }
  | { kind: 'suspended' }
  | { kind: 'not-your-role' };

const DOORS = { official: '303 /sign-in', applicant: '303 /case/sign-in', draft: '303 /apply/return' } as const;

/** What somebody should get at an address, by the row alone. */
export function expected(row: Row, lets: Address['lets'], caller: Caller): Expected {
  const isApi = row.route.includes(' /api/');
  const named = whomOf(lets, caller.is);
  const gets = named === undefined ? undefined : lets[named];
  // A form's token ends with its session.
  if (row.who === 'anyone' && !isApi && row.route.startsWith('POST') && caller.state === 'ended')
    return { kind: 'who', gets: 403 };
  if (gets !== undefined) return { kind: 'let-in', gets };
  if (row.who === 'anyone') return { kind: 'missing' };
  const isOfficials = typeof row.who !== 'string';
  if (isApi) {
    if (!isOfficials)
      return caller.is.some((one) => /^(applicant|unknown-code)$/.test(one))
        ? { kind: 'missing' }
        : { kind: 'who', gets: 401 };
    const role = (row.who as readonly string[]).some((one) => caller.is.includes(one));
    const isOfficial = caller.is.length > 2 && !caller.is.includes('applicant');
    if (!isOfficial) return { kind: 'who', gets: 401 };
    return role ? { kind: 'missing' } : { kind: 'not-your-role' };
  }
  if (!isOfficials) {
    if (caller.is.includes(row.who as string)) return { kind: 'missing' };
    return { kind: 'who', gets: DOORS[row.who as 'applicant' | 'draft'] };
  }
  if (caller.state === 'suspended') return { kind: 'suspended' };
  const isOfficial = caller.is.length > 1 && !caller.is.some((one) => one === 'applicant' || one === 'draft');
  return isOfficial ? { kind: 'missing' } : { kind: 'who', gets: DOORS.official };
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
      return answer.status === 404;
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
