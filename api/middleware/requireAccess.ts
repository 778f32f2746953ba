import type { Request, RequestHandler, Response } from 'express';
import { readAccess } from '../../cases/applicant/access.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { problem } from '../problem.ts';
import { guard } from './guards.ts';

/** The bearer token of a request (RFC 6750); null where it brings none. */
export function bearerOf(request: Request): string | null {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(request.get('authorization') ?? '')?.[1] ?? null;
}

/** Lets an applicant through to his one case: by the token of his sign-in, or of his registration just now. */
export function requireApplicant(record: CaseRecord): RequestHandler {
  return requireToken(record, 'case', 'access-needed');
}

/** Lets whoever holds a draft's token through to that draft. */
export function requireDraft(record: CaseRecord): RequestHandler {
  return requireToken(record, 'draft', 'draft-access-needed');
}

function requireToken(
  record: CaseRecord,
  opens: 'case' | 'draft',
  needed: 'access-needed' | 'draft-access-needed',
): RequestHandler {
  return guard({ kind: opens === 'case' ? 'applicant' : 'draft' }, (request, response, next) => {
    const token = bearerOf(request);
    const id = token === null ? null : readAccess(record, opens, token);
    if (id === null) {
      response.set('WWW-Authenticate', 'Bearer');
      problem(request, response, 401, needed);
      return;
    }
    response.locals[opens === 'case' ? 'caseNumber' : 'draftId'] = id;
    next();
  });
}

/** The case that `requireApplicant` let through. */
export function caseNumberOf(response: Response): string {
  return response.locals['caseNumber'] as string;
}

/** The draft that `requireDraft` let through. */
export function draftIdOf(response: Response): string {
  return response.locals['draftId'] as string;
}
