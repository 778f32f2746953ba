import type { RequestHandler, Response } from 'express';
import { readTrackingCode } from '../../cases/signature-issuance/trackingCode.ts';
import { problem } from '../problem.ts';
import { guard } from './guards.ts';

/** Lets the holder of a tracking code through to that one case; a wrong code and an unknown one answer alike. */
export function requireTrackingCode(findCase: (code: string) => Promise<string | null>): RequestHandler {
  return guard({ kind: 'applicant' }, async (request, response, next) => {
    const [, typed] = /^Tracking-Code (.+)$/i.exec(request.get('authorization') ?? '') ?? [];
    if (typed === undefined) {
      response.set('WWW-Authenticate', 'Tracking-Code');
      problem(request, response, 401, 'code-needed');
      return;
    }
    const code = readTrackingCode(typed);
    const caseNumber = code === null ? null : await findCase(code);
    if (caseNumber === null) {
      problem(request, response, 404, 'not-found');
      return;
    }
    response.locals['caseNumber'] = caseNumber;
    next();
  });
}

/** The case that `requireTrackingCode` let through. */
export function caseNumberOf(response: Response): string {
  return response.locals['caseNumber'] as string;
}
