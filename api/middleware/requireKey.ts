import type { Request, RequestHandler, Response } from 'express';
import type { Repeatable } from '../../cases/record/idempotency.ts';
import { problem } from '../problem.ts';

/** Lets a POST through only with an Idempotency-Key: a repeat gets the first answer. */
export const requireKey: RequestHandler = (request, response, next) => {
  if (/^[\x21-\x7e]{16,200}$/.test(request.get('idempotency-key') ?? '')) next();
  else problem(request, response, 400, 'key-missing');
};

/** The request as something that may be repeated: bound to route, caller and body. */
export function repeatable(request: Request, route: string, caller: string, body: string): Repeatable {
  return { route, caller, key: request.get('idempotency-key') ?? '', body };
}

/** Answers what a repeat of the same key may meet besides its first answer. */
export function answerEarlier(request: Request, response: Response, kind: 'other-body' | 'in-flight'): void {
  if (kind === 'other-body') problem(request, response, 422, 'key-used');
  else {
    response.set('Retry-After', '1');
    problem(request, response, 409, 'in-flight');
  }
}
