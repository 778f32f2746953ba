import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { FileStore } from '../adapters/ports.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import type { TakeIn } from './signature-issuance/takeIn.ts';
import type { ReadToken } from './middleware/requireOfficial.ts';

/** What the public listener is built with. */
export type ApiNeeds = {
  record: CaseRecord;
  files: FileStore;
  takeIn: TakeIn;
  readToken: ReadToken;
  publishedKeys: () => Promise<unknown>;
  clockRoute: boolean;
  health: () => Promise<Health>;
  metrics: Registry;
  measure: RequestHandler;
  log: Logger;
};

/** Each part's state; `up` only when all of them are. */
export type Health = { state: 'up' | 'degraded'; nature: string; parts: Record<string, 'up' | 'down'> };
