import type { RequestHandler, Response } from 'express';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { MISSION_IDS } from '../../law/signature-issuance/missions.ts';
import { CENTRES, MOBILE_OPERATORS } from '../../law/signature-issuance/parties.ts';
import { problem } from '../problem.ts';

const named = {
  sub: z.string().min(1).max(200),
  /** A courier's or a post's id: it becomes a part of the party's name. */
  post: z.string().regex(/^[a-z0-9-]{1,60}$/),
};
const text = z.string().min(1).max(200);

/** Each role with the bodies that may name it. */
const claims = z.discriminatedUnion('role', [
  z.object({ ...named, role: z.literal('operator'), body: text, post: text }),
  z.object({ ...named, role: z.literal('auditor'), body: text, post: text }),
  z.object({ ...named, role: z.literal('centre-officer'), body: z.enum(CENTRES) }),
  z.object({ ...named, role: z.literal('ministry-officer'), body: z.enum(['foreign-affairs', 'communications']) }),
  z.object({ ...named, role: z.literal('courier'), body: z.literal('foreign-affairs') }),
  z.object({
    ...named,
    role: z.literal('mission-officer'),
    body: z.literal('foreign-affairs'),
    post: z.enum(MISSION_IDS),
  }),
  z.object({ ...named, role: z.literal('mobile-operator-officer'), body: z.enum(MOBILE_OPERATORS) }),
]);

/** An official as the token names him: subject, role, body and post. */
export type Official = z.infer<typeof claims>;

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
      return claims.safeParse(payload).data ?? null;
    } catch {
      return null;
    }
  };
}

/** Lets an official of one of the roles through, kept in `response.locals.official`. */
export function requireOfficial(readToken: ReadToken, ...roles: readonly Official['role'][]): RequestHandler {
  return async (request, response, next) => {
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
  };
}

/** The official that `requireOfficial` let through. */
export function officialOf(response: Response): Official {
  return response.locals['official'] as Official;
}
