import type { EntryExitRegister, PartyFailure } from '../ports.ts';
import { failureOfStatus, xRoadCall } from '../x-road/call.ts';
import type { XRoadAnswer } from '../x-road/call.ts';
import type { TlsIdentity } from '../x-road/exchange.ts';
import type { ClientId } from '../x-road/identifiers.ts';
import { cancelAnswer, citizenAnswer, citizenNotFound, takenAnswer } from './wire.ts';

/** Where the register is reached and under what names; `timeoutMs` is for one call, 10 s where absent. */
export type EntryExitRegisterConfig = {
  base: string;
  subsystem: ClientId;
  client: ClientId;
  timeoutMs?: number;
  tls?: TlsIdentity;
};

const UNREADABLE: PartyFailure = { kind: 'failed', failure: 'unreadable' };

/**
 * The Entry-Exit and Registration system over X-Road REST (R1598/2.8, 2.8-citizen, 2.13). "Not found" and "free" are the
 * register's own words; whatever else comes back is a failure and settles nothing.
 */
export function entryExitRegister(config: EntryExitRegisterConfig): EntryExitRegister {
  const ask = async <Answer>(
    to: { messageId: string; caseNumber: string; service: string; path: string; body: object },
    read: (answer: XRoadAnswer) => Answer | PartyFailure,
  ): Promise<Answer | PartyFailure> => {
    const outcome = await xRoadCall({
      base: config.base,
      service: { ...config.subsystem, service: to.service },
      path: to.path,
      client: config.client,
      messageId: to.messageId,
      issue: to.caseNumber,
      method: 'POST',
      body: to.body,
      timeoutMs: config.timeoutMs ?? 10_000,
      ...(config.tls === undefined ? {} : { tls: config.tls }),
    });
    return outcome.kind === 'failed' ? outcome : read(outcome);
  };
  return {
    readCitizenFin: ({ messageId, caseNumber, ...body }) =>
      ask({ messageId, caseNumber, service: 'citizens', path: 'fin', body }, readCitizen),
    isFinTaken: ({ messageId, caseNumber, fin }) =>
      ask({ messageId, caseNumber, service: 'fin', path: 'taken', body: { fin } }, readTaken),
    cancelVirtualFin: ({ messageId, caseNumber, fin }) =>
      ask({ messageId, caseNumber, service: 'fin', path: 'cancel', body: { fin } }, readCancelled),
  };
}

function readCitizen({
  status,
  body,
}: XRoadAnswer): { kind: 'found'; fin: string } | { kind: 'not-found' } | PartyFailure {
  if (status === 404 && citizenNotFound.safeParse(body).success) return { kind: 'not-found' };
  if (status !== 200) return failureOfStatus(status);
  const read = citizenAnswer.safeParse(body);
  return read.success ? { kind: 'found', fin: read.data.fin } : UNREADABLE;
}

function readTaken({ status, body }: XRoadAnswer): { kind: 'free' } | { kind: 'taken' } | PartyFailure {
  if (status !== 200) return failureOfStatus(status);
  const read = takenAnswer.safeParse(body);
  if (!read.success) return UNREADABLE;
  return { kind: read.data.taken ? 'taken' : 'free' };
}

function readCancelled({ status, body }: XRoadAnswer): { kind: 'cancelled' } | PartyFailure {
  if (status !== 200) return failureOfStatus(status);
  return cancelAnswer.safeParse(body).success ? { kind: 'cancelled' } : UNREADABLE;
}
