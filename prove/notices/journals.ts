import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the simulated providers wrote down: the notices whose letters were kept, and the text messages that were taken. */
export type Journals = {
  letters: { notice: string; to: string }[];
  texts: { sid: string; to: string; body: string }[];
};

/** Reads the journals of an installation's simulators. */
export function readJournals(home: string): Journals {
  const mail = lines<{ what: string; messageId?: string; to?: string[] }>(home, 'mail/journal.jsonl');
  const texts = lines<{ what: string; sid: string; to: string; body: string }>(home, 'text-messages.jsonl');
  return {
    letters: mail.flatMap(({ what, messageId = '', to = [] }) =>
      what === 'kept' ? [{ notice: messageId.replace(/^<|@.*$/g, ''), to: to[0] ?? '' }] : [],
    ),
    texts: texts.flatMap(({ what, sid, to, body }) => (what === 'taken' ? [{ sid, to, body }] : [])),
  };
}

function lines<T>(home: string, name: string): T[] {
  return readFileSync(join(home, 'simulators', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
