import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';

/** A message the simulated server kept; `to` are the addresses of the envelope, `at` is machine time (ISO, UTC). */
export type KeptMessage = {
  id: string;
  at: string;
  messageId: string;
  from: string;
  to: string[];
  subject: string;
  language: string;
};

/** A kept message with its body, its calendar file where it carries one, and its header lines as they came in. */
export type OpenedMessage = KeptMessage & { text: string; calendar: string | null; headers: string[] };

/** Something else the server did, for its journal. */
export type MailIncident =
  | { what: 'rejected'; to: string }
  | { what: 'cut-off'; id: string }
  | { what: 'returned'; id: string; told: boolean }
  | { what: 'down' | 'up' };

/** The simulated server's store: every message is kept, the same Message-ID as often as it comes. */
export type Mailbox = {
  keep(raw: Buffer, envelope: { from: string; to: string[] }): Promise<KeptMessage>;
  /** Newest first; only those to the address when one is given. */
  list(to?: string): KeptMessage[];
  open(id: string): Promise<OpenedMessage | null>;
  note(incident: MailIncident): void;
};

/**
 * Opens the mailbox of a folder: one .eml file a message and journal.jsonl, one line for each thing the server did.
 * What was kept before is there again; a line cut short by a crash is passed over.
 */
export function openMailbox(folder: string): Mailbox {
  mkdirSync(folder, { recursive: true });
  const journal = join(folder, 'journal.jsonl');
  const fileOf = (id: string) => join(folder, `${id}.eml`);
  const messages = readKept(journal);
  const note = (line: object) => appendFileSync(journal, `${JSON.stringify(line)}\n`);

  return {
    async keep(raw, envelope) {
      const mail = await simpleParser(raw);
      const language = mail.headers.get('content-language');
      let next = messages.length + 1;
      while (existsSync(fileOf(numbered(next)))) next += 1;
      const message: KeptMessage = {
        id: numbered(next),
        at: new Date().toISOString(),
        messageId: mail.messageId ?? '',
        ...envelope,
        subject: mail.subject ?? '',
        language: typeof language === 'string' ? language : '',
      };
      writeFileSync(`${fileOf(message.id)}.part`, raw);
      renameSync(`${fileOf(message.id)}.part`, fileOf(message.id));
      note({ what: 'kept', ...message });
      messages.push(message);
      return message;
    },
    list(to) {
      const wanted = to?.toLowerCase();
      return messages
        .filter((message) => wanted === undefined || message.to.some((address) => address.toLowerCase() === wanted))
        .reverse();
    },
    async open(id) {
      const message = messages.find((kept) => kept.id === id);
      if (!message) return null;
      const mail = await simpleParser(readFileSync(fileOf(id)));
      const calendar = mail.attachments.find(({ contentType }) => contentType === 'text/calendar');
      return {
        ...message,
        text: mail.text ?? '',
        calendar: calendar?.content.toString('utf8') ?? null,
        headers: mail.headerLines.map((header) => header.line),
      };
    },
    note: (incident) => note({ at: new Date().toISOString(), ...incident }),
  };
}

function readKept(journal: string): KeptMessage[] {
  if (!existsSync(journal)) {
    writeFileSync(journal, '');
    return [];
  }
  const text = readFileSync(journal, 'utf8');
  // A torn last line must not swallow the line written next.
  if (text !== '' && !text.endsWith('\n')) appendFileSync(journal, '\n');
  return text.split('\n').flatMap((line) => {
    try {
      const { what, ...message } = JSON.parse(line) as KeptMessage & { what: string };
      return what === 'kept' ? [message] : [];
    } catch {
      return [];
    }
  });
}

function numbered(n: number): string {
  return String(n).padStart(6, '0');
}
