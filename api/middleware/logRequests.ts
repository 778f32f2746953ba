import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** The path's own words and case numbers; a name, a document's number or a tracking code that somebody put there is neither. */
const OURS = /^(?:[a-z][a-z0-9.-]{0,26}|[A-Z]{2}-\d{4}-\d{6,12}|)$/;

/** Logs each request by method, path and status with its id: no headers, no bodies, no addresses, no query; of the path our own words alone. */
export function logRequests(log: Logger) {
  return pinoHttp({
    logger: log,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    customProps: (_request, response) => {
      const { caseNumber } = (response as Response).locals as { caseNumber?: string };
      return caseNumber === undefined ? {} : { caseNumber };
    },
    customLogLevel: (_request, response, fault) => (fault || response.statusCode >= 500 ? 'error' : 'info'),
    serializers: {
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0]?.split('/').map(onlyOurWords).join('/'),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (fault: { name?: string; code?: string }) => ({ name: fault.name, code: fault.code }),
    },
  });
}

function onlyOurWords(segment: string): string {
  return OURS.test(segment) ? segment : '…';
}
