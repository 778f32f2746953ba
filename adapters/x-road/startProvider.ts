import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { ErrorRequestHandler, Express, Request, RequestHandler, Response, Router } from 'express';
import { xRoadError } from './errors.ts';
import { clientHeader, readClientHeader } from './identifiers.ts';
import type { ClientId } from './identifiers.ts';

/** A running simulated party: its base URL, and the way to stop it for good. */
export type Simulator = { url: string; stop: () => Promise<void> };

/** An X-Road request as its provider sees it. */
export type ProvidedCall = { client: string; messageId: string; caseNumber: string; body: Buffer };

/** How a party is out of order: it hangs up, says 503, or answers an error into which it copies what it was sent. */
export type Outage = 'hangs-up' | 'unavailable' | 'echoes';

/** The HTTP face of a simulated party: X-Road services under `services`, being told what to do under `control`. */
export function providerApp(member: ClientId, services: Router, control: Router): Express {
  const app = express().disable('x-powered-by').disable('etag');
  app.use('/control', express.json({ limit: '1mb' }), control);
  app.use(express.raw({ type: () => true, limit: '4mb' }));
  app.use(`/r1/${clientHeader(member)}`, protocolHeaders(member), services);
  app.use((_request, response) => {
    sendError(response, 500, 'Server.ServerProxy.UnknownService', 'No such service here');
  });
  app.use(hangUp);
  return app;
}

/** Express would print what failed, with the request's data in it. */
const hangUp: ErrorRequestHandler = (_error, _request, response, _next) => {
  if (response.headersSent || response.destroyed) response.destroy();
  else sendError(response, 400, 'Client.BadRequest', 'Cannot be processed');
};

const protocolHeaders =
  (member: ClientId): RequestHandler =>
  (request, response, next) => {
    const call = callOf(request);
    if (readClientHeader(call.client) === null || call.messageId === '' || call.caseNumber === '') {
      sendError(response, 400, 'Client.BadRequest', 'X-Road-Client, X-Road-Id and X-Road-Issue are needed');
      return;
    }
    response.set('X-Road-Client', call.client);
    response.set('X-Road-Service', `${clientHeader(member)}${request.path}`);
    response.set('X-Road-Id', call.messageId);
    response.set('X-Road-Request-Id', randomUUID());
    next();
  };

/** The X-Road parts of a request that came through `providerApp`; an absent header is an empty string. */
export const callOf = (request: Request): ProvidedCall => ({
  client: request.get('X-Road-Client') ?? '',
  messageId: request.get('X-Road-Id') ?? '',
  caseNumber: request.get('X-Road-Issue') ?? '',
  body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
});

/** The request's body as JSON, or undefined where it is none. */
export function jsonOf(request: Request): unknown {
  try {
    return JSON.parse(callOf(request).body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers an error in the form of PR-REST 4.6. */
export function sendError(response: Response, status: number, type: string, message: string): void {
  const error = xRoadError(status, type, message, randomUUID());
  response.status(error.status).set(error.headers).json(error.body);
}

/** Answers as a party out of order does. */
export function failAs(outage: Outage, request: Request, response: Response): void {
  switch (outage) {
    case 'hangs-up':
      request.socket.destroy();
      return;
    case 'unavailable':
      response.status(503).send('out of order');
      return;
    case 'echoes':
      response
        .status(500)
        .json({ type: 'Failure', message: `Cannot process ${callOf(request).body.toString('utf8')}` });
  }
}

/** Listens on the loopback; port 0 lets the machine choose. `stop` also breaks connections under way. */
export async function startProvider(app: Express, port: number): Promise<Simulator> {
  const server = createServer({ keepAliveTimeout: 60_000 }, app).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    stop: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
