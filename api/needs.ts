import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Acts, FileStore, Signer, ReceiveTextStatus, TakeIn } from '../adapters/ports.ts';
import type { BookedEvent } from '../cases/applicant/readAppointment.ts';
import type { CaseRecord } from '../cases/record/record.ts';
import type { Language } from '../law/languages.ts';
import type { ApiDocument } from './openapi/createDocument.ts';
import type { ReadToken } from './middleware/requireOfficial.ts';

/** What the public listener is built with. */
export type ApiNeeds = {
  record: CaseRecord;
  files: FileStore;
  takeIn: TakeIn;
  readToken: ReadToken;
  /** Signs what the installation hands out; never inside a deed. */
  signer: Signer;
  /** Reads the word of the provider of text messages. */
  receiveTextStatus: ReceiveTextStatus;
  /** Draws the acts of hand-overs. */
  acts: Acts;
  /** Writes an appointment for a calendar (RFC 5545). */
  writeCalendar: (event: BookedEvent & { caseNumber: string }, language: Language) => string;
  /** Judges a signed record of silence or an evidence pack by this installation's keys; `exit` as `verify` has it. */
  judgeFile: (name: string, bytes: Buffer, language: Language) => Promise<{ lines: string[]; exit: number }>;
  publishedKeys: () => Promise<unknown>;
  clockRoute: boolean;
  /** The description of the API (OpenAPI 3.1). */
  document: ApiDocument;
  health: () => Promise<Health>;
  metrics: Registry;
  measure: RequestHandler;
  log: Logger;
  /** Whose word on where a request comes from is believed (X-Forwarded-For): addresses and subnets of our own proxies. */
  trustedProxies?: readonly string[];
  /** What people see, beside what programs read; a listener for programs alone goes without. */
  pages?: RequestHandler;
};

/** Each part's state; `up` only when all of them are. */
export type Health = { state: 'up' | 'degraded'; nature: string; parts: Record<string, 'up' | 'down'> };
