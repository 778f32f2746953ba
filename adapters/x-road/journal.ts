import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** What a simulated party wrote down, each entry with the instant of the party's own clock (ISO, UTC). */
export type Journal<Entry> = {
  write: (entry: Entry) => void;
  read: () => (Entry & { at: string })[];
  close: () => void;
};

/**
 * Opens a party's own journal, JSON a line, appended to `file` before the party acts on it. `schema` reads the
 * entries back; a last line torn by a crash is passed over. Throws where the file cannot be written.
 */
export function openJournal<Entry extends object>(file: string, schema: z.ZodType<Entry>): Journal<Entry> {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a', 0o600);
  const before = readFileSync(file);
  if (before.length > 0 && before.at(-1) !== 0x0a) writeSync(handle, '\n');
  return {
    write: (entry) => {
      writeSync(handle, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
    },
    read: () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line) => readLine(line, schema)),
    close: () => {
      closeSync(handle);
    },
  };
}

function readLine<Entry extends object>(line: string, schema: z.ZodType<Entry>): (Entry & { at: string })[] {
  try {
    const { at, ...entry } = JSON.parse(line) as { at: string };
    return [{ ...schema.parse(entry), at }];
  } catch {
    return [];
  }
}
