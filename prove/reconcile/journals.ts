import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CENTRES } from '../../law/signature-issuance/parties.ts';

const desk = z.object({
  kind: z.string(),
  caseNumber: z.string().optional(),
  answers: z.string().optional(),
  serial: z.string().optional(),
  repeat: z.boolean().optional(),
});
const mailbox = z.object({ what: z.string(), messageId: z.string().optional() });
const provider = z.object({ what: z.string(), sid: z.string() });

/**
 * What both Centres issued, by their own journals: serial numbers by case, messages that two certificates answer, and how
 * many applications came again.
 */
export function issuedByCentres(home: string): { serials: Map<string, string[]>; twice: string[]; again: number } {
  const serials = new Map<string, string[]>();
  const answered = new Map<string, number>();
  let again = 0;
  for (const centre of CENTRES)
    for (const { kind, caseNumber = '', answers = '', serial, repeat } of lines(home, `${centre}.jsonl`, desk)) {
      if (kind === 'application-received' && repeat === true) again += 1;
      if (kind !== 'answer-planned' || serial === undefined) continue;
      serials.set(caseNumber, [...(serials.get(caseNumber) ?? []), serial]);
      answered.set(answers, (answered.get(answers) ?? 0) + 1);
    }
  return { serials, twice: [...answered].filter(([, n]) => n > 1).map(([id]) => id), again };
}

/** How often a letter came to the mailbox, by the notice its Message-ID names. */
export function lettersIn(home: string): Map<string, number> {
  const letters = new Map<string, number>();
  for (const { what, messageId = '' } of lines(home, 'mail/journal.jsonl', mailbox)) {
    const id = messageId.replace(/^<|@.*$/g, '');
    if (what === 'kept') letters.set(id, (letters.get(id) ?? 0) + 1);
  }
  return letters;
}

/** The provider's ids of the text messages it took. */
export function textsIn(home: string): string[] {
  return lines(home, 'text-messages.jsonl', provider).flatMap(({ what, sid }) => (what === 'taken' ? [sid] : []));
}

function lines<T>(home: string, name: string, schema: z.ZodType<T>): T[] {
  const file = join(home, 'simulators', name);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [schema.parse(JSON.parse(line))]));
}
