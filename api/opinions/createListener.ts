import { createServer, type Server } from 'node:https';
import express, { type ErrorRequestHandler, type Express } from 'express';
import type { Logger } from 'pino';
import type { FileStore } from '../../adapters/ports.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { type CentreNeeds, centreRoutes } from '../centres/routes.ts';
import { logRequests } from '../middleware/logRequests.ts';
import { opinionRoutes, type ReceiveOpinion, type ReceiveSender } from './routes.ts';

/** What the listener for agencies and Centres is built with; the readers are the adapters' own. */
export type ListenerNeeds = Omit<CentreNeeds, 'record' | 'files'> & {
  record: CaseRecord;
  files: FileStore;
  receive: ReceiveOpinion;
  receiveSender: ReceiveSender;
  tls: { key: Buffer; cert: Buffer; ca: Buffer };
  log: Logger;
};

/**
 * The provider listener, apart from the public one: HTTPS that asks for the security server's certificate. Who brings
 * none or a wrong one is let in far enough to be refused on the record.
 */
export function createListener(needs: ListenerNeeds): Server {
  const app: Express = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(logRequests(needs.log));
  app.use(centreRoutes(needs));
  app.use(express.raw({ type: () => true, limit: '256kb' }));
  app.use(withoutBody);
  app.use(opinionRoutes(needs));
  return createServer(
    { ...needs.tls, requestCert: true, rejectUnauthorized: false, minVersion: 'TLSv1.2', keepAliveTimeout: 60_000 },
    app,
  );
}

/**
 * A body that is too large, or packed in a way nobody can open, goes on as an empty one: from a believed agency that is
 * an unreadable message, an incident and not silence (R1598/2.8; ADR 5).
 */
const withoutBody: ErrorRequestHandler = (_fault, request, response, next) => {
  response.set('Connection', 'close');
  request.body = Buffer.alloc(0);
  next();
};
