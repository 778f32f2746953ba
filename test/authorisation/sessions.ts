import { FRESH_SECONDS } from '../../cases/officials/freshSignIn.ts';
import type { Browsing } from '../pages/browsing.ts';
import type { TestPages } from '../pages/openPages.ts';

/** A browser's session as requests use it: its cookie, its form token, and how its row is put back as it was. */
export type Session = { cookie: string; csrf: string; before: (unchanged: boolean) => Promise<void> };

/** The row of a browser's session, which a test may change as time or the sign-on would have. */
export function sessionOf(pages: TestPages, visit: Browsing) {
  const cookie = visit.cookies.get('__Host-mohlet') ?? '';
  const sid = /^s:([^.]+)\./.exec(decodeURIComponent(cookie.slice(cookie.indexOf('=') + 1)))?.[1] ?? '';
  const read = async () => {
    const row = await pages.owner.one<{ sess: string }>(`SELECT sess::text AS sess FROM session WHERE sid = $1`, [sid]);
    return JSON.parse(row.sess) as Record<string, unknown>;
  };
  const write = (sess: object, expires = '2099-01-01') =>
    pages.owner.run(
      `INSERT INTO session (sid, sess, expire) VALUES ($1, $2, $3)
       ON CONFLICT (sid) DO UPDATE SET sess = excluded.sess, expire = excluded.expire`,
      [sid, JSON.stringify(sess), expires],
    );
  return {
    sid,
    read,
    write,
    /** Puts values into the session, into the parts it has already too. */
    async change(values: Record<string, object | number>): Promise<void> {
      const sess = await read();
      for (const [name, value] of Object.entries(values))
        sess[name] = typeof value === 'object' ? { ...(sess[name] as object | undefined), ...value } : value;
      await write(sess);
    },
  };
}

/**
 * A session with its form token, put back as it was where a request may have changed it. A sign-in in it stays fresh,
 * however long the matrix takes, or (`how`) was made longer ago than a fresh one may be.
 */
export async function revivable(pages: TestPages, visit: Browsing, how: 'fresh' | 'stale' = 'fresh'): Promise<Session> {
  const { html } = await visit.get('/en/sign-out');
  const csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const row = sessionOf(pages, visit);
  const sess = await row.read();
  const { official } = sess as { official?: { authenticatedAt: number } };
  if (official !== undefined && how === 'stale') official.authenticatedAt -= FRESH_SECONDS + 1;
  await row.write(sess);
  let written = Date.now();
  const before = async (unchanged: boolean) => {
    if (unchanged && Date.now() - written < FRESH_SECONDS * 500) return;
    written = Date.now();
    if (official !== undefined && how === 'fresh') official.authenticatedAt = Math.floor(written / 1000);
    await row.write(sess);
  };
  return { cookie: visit.cookies.get('__Host-mohlet') ?? '', csrf, before };
}

/** A session whose time is over: unused too long, or in use for too long. */
export async function endedSession(pages: TestPages, visit: Browsing, how: 'idle' | 'whole'): Promise<Session> {
  const session = await revivable(pages, visit);
  const row = sessionOf(pages, visit);
  const sess = await row.read();
  const old = how === 'whole' ? { ...sess, startedAt: Date.now() - 86_400_000 - 1000 } : sess;
  const expires = how === 'idle' ? new Date(Date.now() - 1000).toISOString() : '2099-01-01';
  return {
    ...session,
    before: async () => {
      await row.write(old, expires);
    },
  };
}
