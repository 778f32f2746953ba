import type { ErrorRequestHandler, RequestHandler } from 'express';
import { YearNotCovered } from '../../law/calendar/coveredYears.ts';
import { problem } from '../problem.ts';

/** Whatever no route took: unknown and foreign paths answer alike. */
export const answerNotFound: RequestHandler = (request, response) => problem(request, response, 404, 'not-found');

/** The last in the pipeline: a fault's own text stays inside, the person gets a sentence and the request id. */
export const answerError: ErrorRequestHandler = (fault: unknown, request, response, next) => {
  if (response.headersSent) {
    next(fault);
    return;
  }
  const { status = 500 } = fault as { status?: number };
  // A path that cannot be decoded names nothing; every other 4xx is the body reader's word on the body.
  if (fault instanceof URIError) problem(request, response, 404, 'not-found');
  else if (status === 413) problem(request, response, 413, 'not-json');
  else if (status >= 400 && status < 500) problem(request, response, 400, 'not-json');
  else if (fault instanceof YearNotCovered) {
    request.log.error({ fault: nameOf(fault), year: fault.year }, 'the calendar does not cover a year');
    problem(request, response, 503, 'calendar-not-published', { fill: { year: String(fault.year) } });
  } else {
    request.log.error({ fault: nameOf(fault) }, 'a request failed');
    problem(request, response, 500, 'fault');
  }
};

/** What may be logged of a fault: its class, its code and where it arose, never its text. */
function nameOf(fault: unknown): { name: string; code?: string; at?: string } {
  if (!(fault instanceof Error)) return { name: typeof fault };
  const { code } = fault as { code?: string };
  const at = fault.stack
    ?.split('\n')
    .find((line) => line.includes('.ts:'))
    ?.trim();
  return { name: fault.name, ...(code !== undefined && { code }), ...(at !== undefined && { at }) };
}
