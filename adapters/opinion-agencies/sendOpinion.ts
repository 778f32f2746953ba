import { setTimeout as delay } from 'node:timers/promises';
import { exchange } from '../x-road/exchange.ts';
import type { TlsIdentity } from '../x-road/exchange.ts';
import type { Journal } from '../x-road/journal.ts';
import { servicePath } from '../x-road/identifiers.ts';
import { OPINIONS } from '../x-road/members.ts';
import type { AgencyEntry } from './agencyJournal.ts';

/** Where a simulated agency sends its opinions and by what right. */
export type OpinionRoute = {
  providerUrl: string;
  tls: TlsIdentity;
  journal: Journal<AgencyEntry>;
  signal: AbortSignal;
};

/** One opinion to be sent: `clients` are the X-Road-Client headers, one in honest use. Waits are in milliseconds. */
export type OpinionLetter = {
  messageId: string;
  caseNumber: string;
  says: { kind: string };
  clients: string[];
  tries: number;
  firstWaitMs?: number;
  /** Asked before each try: whether the opinion is still wanted. */
  wanted?: () => boolean;
};

/** How it ended: what the provider answered (status 0 to 499 is an answer), or why there was none. */
export type OpinionSent =
  { kind: 'answered'; status: number; answer: unknown } | { kind: 'unanswered'; failure: string };

const LONGEST_WAIT = 10_000;
/** No start of UTF-8, so no reader takes it for text. */
const GARBLE = Buffer.from([0xff, 0xfe, 0x7b, 0x22, 0x00, 0xc3]);

/** Sends an opinion to us as an X-Road request over HTTPS, again with the same message id until it is answered. */
export async function sendOpinion(route: OpinionRoute, letter: OpinionLetter): Promise<OpinionSent> {
  const { messageId, caseNumber } = letter;
  let last: OpinionSent = { kind: 'unanswered', failure: 'not-sent' };
  for (let attempt = 1; attempt <= letter.tries; attempt += 1) {
    if (attempt > 1) {
      const wait = Math.min((letter.firstWaitMs ?? 100) * 2 ** (attempt - 2), LONGEST_WAIT);
      await delay(wait, undefined, { signal: route.signal });
    }
    if (letter.wanted?.() === false) {
      route.journal.write({ kind: 'opinion-dropped', messageId, caseNumber, why: 'stopped' });
      return last;
    }
    last = await tryOnce(route, letter, attempt);
    if (last.kind === 'answered' && last.status < 500) return last;
  }
  route.journal.write({ kind: 'opinion-dropped', messageId, caseNumber, why: 'tries-exhausted' });
  return last;
}

async function tryOnce(route: OpinionRoute, letter: OpinionLetter, attempt: number): Promise<OpinionSent> {
  const { messageId, caseNumber, says, clients } = letter;
  route.journal.write({ kind: 'opinion-sent', messageId, caseNumber, attempt, says });
  const outcome = await exchange({
    url: route.providerUrl.replace(/\/+$/, '') + servicePath(OPINIONS),
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Accept: 'application/json',
      'X-Road-Client': clients,
      'X-Road-Id': messageId,
      'X-Road-Issue': caseNumber,
    },
    body: says.kind === 'garbled' ? GARBLE : Buffer.from(JSON.stringify(says)),
    timeoutMs: 30_000,
    tls: route.tls,
    signal: route.signal,
  });
  route.signal.throwIfAborted();
  if (outcome.kind === 'failed') {
    route.journal.write({ kind: 'opinion-unanswered', messageId, caseNumber, attempt, failure: outcome.failure });
    return { kind: 'unanswered', failure: outcome.failure };
  }
  const answer = readText(outcome.body);
  route.journal.write({ kind: 'opinion-answered', messageId, caseNumber, attempt, status: outcome.status, answer });
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
