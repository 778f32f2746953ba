import { createHmac, timingSafeEqual } from 'node:crypto';
import type { CaseRecord } from '../record/record.ts';

/** What a program holds instead of a browser's session: it opens one case or one draft until then (machine time, ISO). */
export type Access = { token: string; expiresAt: string };

/** How long access lasts, in minutes: after a sign-in; and for whoever has just shown the whole file, or holds its draft. */
export const ACCESS_MINUTES = { signedIn: 30, registered: 240, draft: 240 } as const;

type Opens = 'case' | 'draft';

/** Makes access to a case by its number, or to a draft by its id. Nothing is stored: the token carries it, authenticated. */
export function grantAccess(
  record: Pick<CaseRecord, 'seal'>,
  opens: Opens,
  id: string,
  minutes: number,
  now = Date.now(),
): Access {
  const until = now + minutes * 60_000;
  const said = `${opens}.${Buffer.from(JSON.stringify([id, until])).toString('base64url')}`;
  return { token: `${said}.${macOf(record, said).toString('base64url')}`, expiresAt: new Date(until).toISOString() };
}

/** The case's number or the draft's id that a token opens now; null for one of another kind, altered, or too old. */
export function readAccess(
  record: Pick<CaseRecord, 'seal'>,
  opens: Opens,
  token: string,
  now = Date.now(),
): string | null {
  const [kind, payload = '', mac = '', ...more] = token.split('.');
  const given = Buffer.from(mac, 'base64url');
  const made = macOf(record, `${opens}.${payload}`);
  if (kind !== opens || more.length > 0 || given.length !== made.length || !timingSafeEqual(given, made)) return null;
  const [id, until] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, number];
  return now < until ? id : null;
}

function macOf({ seal }: Pick<CaseRecord, 'seal'>, said: string): Buffer {
  return createHmac('sha256', seal.keyFor('access-token')).update(said).digest();
}
