import { setTimeout as delay } from 'node:timers/promises';
import { exchange } from '../x-road/exchange.ts';
import type { TlsIdentity } from '../x-road/exchange.ts';
import { servicePath } from '../x-road/identifiers.ts';
import type { Journal } from '../x-road/journal.ts';
import { CENTRE_ANSWERS } from '../x-road/members.ts';
import type { CentreEntry } from './centreJournal.ts';

/** Where a simulated Centre sends its answers and by what right. */
export type AnswerRoute = {
  providerUrl: string;
  tls: TlsIdentity;
  client: string;
  journal: Journal<CentreEntry>;
  signal: AbortSignal;
};

/** One answer to be sent; `wanted` is asked before each try. */
export type AnswerLetter = {
  messageId: string;
  caseNumber: string;
  says: string;
  body: Buffer;
  tries: number;
  wanted?: () => boolean;
};

/** How it ended: the status and body our listener answered, or that there was none. */
export type AnswerSent = { kind: 'answered'; status: number; answer: unknown } | { kind: 'unanswered' };

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;

/** Sends an answer to us as an X-Road request over HTTPS, again with the same message id until it is taken or refused. */
export async function sendAnswer(route: AnswerRoute, letter: AnswerLetter): Promise<AnswerSent> {
  const { messageId, caseNumber } = letter;
  let last: AnswerSent = { kind: 'unanswered' };
  for (let attempt = 1; attempt <= letter.tries; attempt += 1) {
    if (attempt > 1) {
      const wait = Math.min(FIRST_WAIT_MS * 2 ** (attempt - 2), LONGEST_WAIT_MS);
      await delay(wait, undefined, { signal: route.signal });
    }
    if (letter.wanted?.() === false) {
      route.journal.write({ kind: 'answer-dropped', messageId, caseNumber, why: 'stopped' });
      return last;
    }
    last = await tryOnce(route, letter, attempt);
    if (last.kind === 'answered' && last.status < 500) return last;
  }
  route.journal.write({ kind: 'answer-dropped', messageId, caseNumber, why: 'tries-exhausted' });
  return last;
}

async function tryOnce(
  route: AnswerRoute,
  { messageId, caseNumber, says, body }: AnswerLetter,
  attempt: number,
): Promise<AnswerSent> {
  route.journal.write({ kind: 'answer-sent', messageId, caseNumber, attempt, says });
  const outcome = await exchange({
    url: route.providerUrl.replace(/\/+$/, '') + servicePath(CENTRE_ANSWERS),
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Accept: 'application/json',
      'X-Road-Client': route.client,
      'X-Road-Id': messageId,
      'X-Road-Issue': caseNumber,
    },
    body,
    timeoutMs: 30_000,
    tls: route.tls,
    signal: route.signal,
  });
  route.signal.throwIfAborted();
  if (outcome.kind === 'failed') {
    route.journal.write({ kind: 'answer-unanswered', messageId, caseNumber, attempt, failure: outcome.failure });
    return { kind: 'unanswered' };
  }
  const answer = readText(outcome.body);
  route.journal.write({ kind: 'answer-answered', messageId, caseNumber, attempt, status: outcome.status, answer });
  return { kind: 'answered', status: outcome.status, answer };
}

function readText(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
