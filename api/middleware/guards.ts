import type { RequestHandler } from 'express';
import type { Role } from '../../law/officials.ts';

/** Who a route lets through: anyone, the applicant of one case, the holder of a draft, or officials of the roles named. */
export type Who =
  | { kind: 'anyone' }
  | { kind: 'applicant' }
  | { kind: 'draft' }
  | { kind: 'official'; roles: readonly [Role, ...(readonly Role[])] };

const ASKED = new WeakMap<RequestHandler, Exclude<Who, { kind: 'anyone' }>>();

/** The same handler, known from here on as the one that lets only these through: so the route table can be read off it. */
export function guard(who: Exclude<Who, { kind: 'anyone' }>, handler: RequestHandler): RequestHandler {
  ASKED.set(handler, who);
  return handler;
}

/** Whom a handler lets through, where it is a guard. */
export function whomLets(handler: RequestHandler): Who | undefined {
  return ASKED.get(handler);
}
