import connect from 'connect-pg-simple';
import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import type { SignInStart } from '../../adapters/ports.ts';
import type { Official } from '../../law/officials.ts';
import type { Language } from '../../law/languages.ts';
import type { PagesNeeds } from '../needs.ts';
import { SESSION_LIMITS } from './limits.ts';
import type { Sealed } from './sealed.ts';

declare module 'express-session' {
  interface SessionData {
    startedAt: number;
    /** A signed-in official and when the provider last asked him (epoch seconds). */
    official: { who: Official; authenticatedAt: number };
    caseNumber: string;
    draftId: string;
    /** A sign-in that has begun: what must come back, and where to go then. */
    signIn: { start: SignInStart; to: string; language: Language; fresh: boolean };
    /** A form that waits for a fresh sign-in, or for its page in another language. */
    kept: { path: string; form: Sealed };
    /** The tracking code typed at the first step of an applicant's sign-in. */
    trackingCode: Sealed;
    /** Files taken in for the Centre's deficiencies while something else of the form was wrong. */
    mending: { round: number; uploads: Readonly<Record<string, string>> };
    /** The zone in which an applicant reads hours besides the post's; empty where he chose the post's alone. */
    zone: string;
    /** What was registered from this browser, for its confirmation alone. */
    registered: Sealed;
    /** What the next page says at its top: a success, or something else under its own heading. */
    flash: { text: string; heading?: string }[];
  }
}

const CHANGE = `UPDATE session SET sess = $2, expire = to_timestamp($3) WHERE sid = $1`;

const TOUCH = `UPDATE session SET expire = to_timestamp($1)
                WHERE sid = $2 AND expire < to_timestamp($1) - interval '1 minute'`;

/**
 * Sessions in PostgreSQL under a __Host- cookie. TLS ends in front of this program, so that it sees plain HTTP; without
 * TLS only the loopback of a rehearsal is served, which browsers hold for trustworthy (W3C Secure Contexts 3.1). The
 * cookie is Secure in both.
 */
export function sessions({ record }: PagesNeeds): RequestHandler[] {
  const Store = connect(session);
  const pool = record.database.ordinary;
  const store = new Store({ pool, tableName: 'session', pruneSessionInterval: 900 });
  // A request that changes nothing in its session writes nothing, but once a minute: else every page waits for the disk.
  store.touch = (sid, { cookie }, done) => {
    const end = Date.now() + (cookie.originalMaxAge ?? SESSION_LIMITS.anyone.idle);
    const go = () => done?.();
    pool.query(TOUCH, [end / 1_000, sid]).then(go, go);
  };
  // What was read from a row is written to that row alone: a request that was under way when its session ended would
  // bring it back otherwise (ASVS 5, 7.4.1).
  const read = new WeakSet<object>();
  const open = store.createSession.bind(store);
  store.createSession = (request, data) => {
    const opened = open(request, data);
    read.add(opened);
    return opened;
  };
  const insert = store.set.bind(store);
  store.set = (sid, data, done) => {
    if (!read.has(data)) {
      insert(sid, data, done);
      return;
    }
    const end = Date.now() + (data.cookie.originalMaxAge ?? SESSION_LIMITS.anyone.idle);
    pool.query(CHANGE, [sid, JSON.stringify(data), end / 1_000]).then(
      () => done?.(),
      (fault: unknown) => done?.(fault),
    );
  };
  return [
    (request, _response, next) => {
      Object.defineProperty(request, 'secure', { value: true });
      next();
    },
    session({
      name: '__Host-mohlet',
      secret: record.seal.keyFor('session-cookie').toString('hex'),
      store,
      resave: false,
      saveUninitialized: false,
      rolling: true,
      cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'lax', maxAge: SESSION_LIMITS.anyone.idle },
    }),
    endWhenOld,
  ];
}

/** Ends a session that has lived its whole time, whatever was done in it, and sets how long this one may idle. */
const endWhenOld: RequestHandler = (request, _response, next) => {
  const { session: kept } = request;
  const limits = limitsOf(request);
  kept.cookie.maxAge = limits.idle;
  if (kept.startedAt === undefined || Date.now() - kept.startedAt <= limits.whole) {
    next();
    return;
  }
  kept.regenerate((fault: unknown) => {
    if (fault) next(fault);
    else next();
  });
};

function limitsOf({ session: kept }: Request) {
  if (kept.official !== undefined) return SESSION_LIMITS.official;
  return kept.caseNumber === undefined ? SESSION_LIMITS.anyone : SESSION_LIMITS.applicant;
}

/** A new session under a new id, which holds nothing of the one before but what is handed over (ASVS 5, 7.2.4). */
export async function renew(request: Request, data: Partial<Request['session']>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.regenerate((fault: unknown) => (fault instanceof Error ? reject(fault) : resolve()));
  });
  Object.assign(request.session, data, { startedAt: Date.now() });
  request.session.cookie.maxAge = limitsOf(request).idle;
}

/**
 * 303, once the session is stored: express-session sends a response's head before it stores, and a browser follows a
 * redirect from the head alone, into the session as it was before.
 */
export async function redirect(request: Request, response: Response, path: string): Promise<void> {
  // Whoever signed out has none, and an empty one is not stored.
  const kept = request.session as Request['session'] | undefined;
  if (kept !== undefined && Object.keys(kept).some((name) => name !== 'cookie'))
    await new Promise<void>((resolve, reject) => {
      kept.save((fault: unknown) => (fault instanceof Error ? reject(fault) : resolve()));
    });
  response.redirect(303, path);
}

/** Ends the session and its row. */
export async function end(request: Request): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    request.session.destroy((fault: unknown) => (fault instanceof Error ? reject(fault) : resolve()));
  });
}
