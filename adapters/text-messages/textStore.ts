import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A message the simulated provider took; `at` is machine time (ISO, UTC). */
export type TakenMessage = {
  sid: string;
  to: string;
  from: string;
  body: string;
  callback: string;
  at: string;
  status: string;
};

/** The simulated provider's store and journal: one line for each message taken and for each change of its status. */
export type TextStore = {
  take(message: Pick<TakenMessage, 'to' | 'from' | 'body' | 'callback'>): TakenMessage;
  setStatus(sid: string, status: string): void;
  get(sid: string): TakenMessage | null;
  /** Newest first; only those to the number when one is given. */
  list(to?: string): TakenMessage[];
  note(line: object): void;
};

/** Opens the store on its journal; what was taken before is there again. */
export function openTextStore(journal: string): TextStore {
  mkdirSync(dirname(journal), { recursive: true });
  const messages = readTaken(journal);
  const note = (line: object) => appendFileSync(journal, `${JSON.stringify(line)}\n`);
  return {
    take(given) {
      const sid = `SM${randomBytes(16).toString('hex')}`;
      const message: TakenMessage = { sid, ...given, at: new Date().toISOString(), status: 'queued' };
      note({ what: 'taken', ...message });
      messages.push(message);
      return message;
    },
    setStatus(sid, status) {
      const message = messages.find((one) => one.sid === sid);
      if (message === undefined) return;
      message.status = status;
      note({ what: 'status', sid, status, at: new Date().toISOString() });
    },
    get: (sid) => messages.find((one) => one.sid === sid) ?? null,
    list: (to) => messages.filter((one) => to === undefined || one.to === to).reverse(),
    note,
  };
}

function readTaken(journal: string): TakenMessage[] {
  if (!existsSync(journal)) return [];
  const messages: TakenMessage[] = [];
  for (const line of readFileSync(journal, 'utf8').split('\n')) {
    if (line === '') continue;
    const { what, ...rest } = JSON.parse(line) as TakenMessage & { what: string };
    if (what === 'taken') messages.push(rest);
    const known = messages.find(({ sid }) => sid === rest.sid);
    if (what === 'status' && known !== undefined) known.status = rest.status;
  }
  return messages;
}
