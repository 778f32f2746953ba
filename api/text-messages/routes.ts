import { setTimeout as pause } from 'node:timers/promises';
import express, { Router } from 'express';
import { recordStatus, type StatusOutcome } from '../../cases/notices/recordStatus.ts';
import type { ApiNeeds } from '../needs.ts';
import { problem } from '../problem.ts';
import { fields } from './schema.ts';

const ANSWERS: Record<StatusOutcome['kind'], number> = {
  recorded: 204,
  'known-already': 204,
  'no-such-message': 404,
  'not-in-time': 409,
};

/**
 * Where the provider of text messages tells what became of them. It needs no token: only what it signed is believed, and
 * a word on a message that we do not know, or that comes out of its time, changes nothing.
 */
export function textStatusRoutes({ record, receiveTextStatus, log }: ApiNeeds): Router {
  const router = Router();
  router.post(
    '/text-messages/status',
    express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 100 }),
    async (request, response) => {
      const read = fields.safeParse(request.body ?? {});
      const signature = request.get('x-twilio-signature');
      const word = read.success
        ? receiveTextStatus({ signature, fields: read.data })
        : ({ kind: 'unreadable' } as const);
      if (word.kind === 'status') {
        const kind = await recordSoon(() => recordStatus(record, { ...word, how: 'callback' }));
        if (ANSWERS[kind] === 204) response.status(204).end();
        else problem(request, response, ANSWERS[kind], kind === 'not-in-time' ? 'nothing-to-record' : 'not-found');
        return;
      }
      log.warn({ kind: word.kind }, 'a word on a text message was not believed');
      if (word.kind === 'forged') problem(request, response, 403, 'not-the-providers-word');
      else problem(request, response, 400, 'not-the-right-form');
    },
  );
  return router;
}

const TRIES = 8;
const PAUSE_MS = 250;

/** A word may overtake our own note of the message it is about, which is written once the provider has answered. */
async function recordSoon(recordWord: () => Promise<StatusOutcome>): Promise<StatusOutcome['kind']> {
  for (let tried = 1; ; tried += 1) {
    const { kind } = await recordWord();
    if (kind !== 'no-such-message' || tried === TRIES) return kind;
    await pause(PAUSE_MS);
  }
}
