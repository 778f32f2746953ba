import type { RequestHandler, Response } from 'express';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { mayUseToken } from '../../cases/officials/accounts.ts';
import { FRESH_SECONDS, isFresh } from '../../cases/officials/freshSignIn.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import {
  type Official,
  officialClaims,
  type OfficialIdentity,
  officialIdentity,
  type Role,
} from '../../law/officials.ts';
import { problem } from '../problem.ts';
import { guard } from './guards.ts';
import { bearerOf } from './requireAccess.ts';

/** An official and when he was last asked who he is (epoch seconds); null where his token does not say. */
type SignedIn = Official & { authenticatedAt: number | null };

/** A token that was believed: whose, when it was made (epoch seconds), and who he is as a person where it says that. */
type BelievedToken = {
  official: Official;
  authenticatedAt: number | null;
  issuedAt: number;
  identity?: OfficialIdentity | undefined;
};

/** Reads a bearer token (RFC 6750); null when it is not one of ours, expired, or says too little. */
export type ReadToken = (token: string) => Promise<SignedIn | null>;

/**
 * Reads access tokens (RFC 9068) of one issuer by its published keys (RFC 7517): a JWKS address, or a key set at hand. By
 * their `typ` ID tokens, which may bear the same audience, are none. When the person was asked is `auth_time` alone: a
 * refreshed token is new, and its sign-in is not.
 */
export function tokenReader(config: {
  issuer: string;
  audience: string;
  keys: URL | JSONWebKeySet;
}): (token: string) => Promise<BelievedToken | null> {
  const keys: JWTVerifyGetKey =
    config.keys instanceof URL ? createRemoteJWKSet(config.keys) : createLocalJWKSet(config.keys);
  const { issuer, audience } = config;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        typ: 'at+jwt',
        algorithms: ['ES256', 'PS256', 'RS256', 'EdDSA'],
        requiredClaims: ['exp', 'sub'],
        maxTokenAge: '12 hours',
      });
      const official = officialClaims.safeParse(payload).data;
      if (official === undefined) return null;
      const { auth_time: asked, iat: issuedAt = 0 } = payload;
      const authenticatedAt = typeof asked === 'number' ? asked : null;
      return { official, authenticatedAt, issuedAt, identity: officialIdentity.safeParse(payload['identity']).data };
    } catch {
      return null;
    }
  };
}

/** The same reading, for whom the portal operator has not suspended: a suspended account ends at once. */
export function notSuspended(record: CaseRecord, readToken: ReturnType<typeof tokenReader>): ReadToken {
  return async (token) => {
    const read = await readToken(token);
    if (read === null || !(await mayUseToken(record, read))) return null;
    return { ...read.official, authenticatedAt: read.authenticatedAt };
  };
}

/** Lets an official of one of the roles through, kept in `response.locals.official`. */
export function requireOfficial(readToken: ReadToken, ...roles: readonly [Role, ...(readonly Role[])]): RequestHandler {
  return guard({ kind: 'official', roles }, async (request, response, next) => {
    const token = bearerOf(request);
    const official = token === null ? null : await readToken(token);
    if (official === null) {
      response.set('WWW-Authenticate', 'Bearer');
      problem(request, response, 401, 'token-needed');
      return;
    }
    if (!roles.includes(official.role)) {
      problem(request, response, 403, 'not-your-role');
      return;
    }
    response.locals['official'] = official;
    next();
  });
}

/**
 * After `requireOfficial`: lets through who was asked lately who he is, as pages do before a negative opinion, an issuance
 * or a refusal; to others the challenge of RFC 9470, so that a program knows how old a sign-in may be.
 */
export const requireFresh: RequestHandler = (request, response, next) => {
  if (isFresh((response.locals['official'] as SignedIn).authenticatedAt)) {
    next();
    return;
  }
  const challenge = `Bearer error="insufficient_user_authentication", max_age="${FRESH_SECONDS}"`;
  response.set('WWW-Authenticate', challenge);
  problem(request, response, 401, 'fresh-sign-in-needed', { fill: { minutes: String(FRESH_SECONDS / 60) } });
};

/** The official that `requireOfficial` let through. */
export function officialOf(response: Response): Official {
  return response.locals['official'] as Official;
}
