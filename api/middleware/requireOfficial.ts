import type { RequestHandler, Response } from 'express';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { mayUseToken } from '../../cases/officials/accounts.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { type Official, officialClaims, type Role } from '../../law/officials.ts';
import { problem } from '../problem.ts';
import { guard } from './guards.ts';

/** Reads a bearer token (RFC 6750); null when it is not one of ours, expired, or says too little. */
export type ReadToken = (token: string) => Promise<Official | null>;

/** Reads tokens of one issuer by its published keys (RFC 7517): a JWKS address, or a key set at hand. */
export function tokenReader(config: { issuer: string; audience: string; keys: URL | JSONWebKeySet }): ReadToken {
  const keys: JWTVerifyGetKey =
    config.keys instanceof URL ? createRemoteJWKSet(config.keys) : createLocalJWKSet(config.keys);
  const { issuer, audience } = config;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['ES256', 'PS256', 'RS256', 'EdDSA'],
        requiredClaims: ['exp', 'sub'],
        maxTokenAge: '12 hours',
      });
      return officialClaims.safeParse(payload).data ?? null;
    } catch {
      return null;
    }
  };
}

/** The same reading, for whom the portal operator has not suspended: a suspended account ends at once. */
export function notSuspended(record: CaseRecord, readToken: ReadToken): ReadToken {
  return async (token) => {
    const official = await readToken(token);
    return official !== null && (await mayUseToken(record, official)) ? official : null;
  };
}

/** Lets an official of one of the roles through, kept in `response.locals.official`. */
export function requireOfficial(readToken: ReadToken, ...roles: readonly [Role, ...(readonly Role[])]): RequestHandler {
  return guard({ kind: 'official', roles }, async (request, response, next) => {
    const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '') ?? [];
    const official = token === undefined ? null : await readToken(token);
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

/** The official that `requireOfficial` let through. */
export function officialOf(response: Response): Official {
  return response.locals['official'] as Official;
}
