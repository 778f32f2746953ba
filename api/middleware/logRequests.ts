import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** Logs each request by method, route and status with its id: no headers, no bodies, no addresses, no query; of the path nothing as long as a tracking code. */
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
        path: request.url.split('?')[0]?.replace(/[^/]{28,}|[^/]*[^\w./-][^/]*/g, '…'),
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
      err: (fault: { name?: string; code?: string }) => ({ name: fault.name, code: fault.code }),
    },
  });
}
