import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { agencyEntry } from '../../adapters/opinion-agencies/agencyJournal.ts';
import type { Tx } from '../../cases/record/database.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { sentJournal } from '../sendAll.ts';
import type { Failure } from '../check.ts';

type Stored = { agency: string; message_id: string; case_number: string; answer: string };

const STATUS: Readonly<Record<string, number>> = { late: 409, incident: 422 };

/**
 * Holds what the agencies' journals say they were answered against what is stored: every answered opinion stands in the
 * database, with that very answer and its status. `n` counts the opinions answered; one journal tells of each.
 */
export async function checkAnswers(owner: Tx, home: string): Promise<{ n: number; failures: Failure[] }> {
  const rows = await owner.many<Stored>(`SELECT agency, message_id, case_number, answer FROM opinion`);
  const stored = new Map(rows.map((row) => [`${row.agency} ${row.message_id}`, row]));
  const failures: Failure[] = [];
  const answered = new Set<string>();
  const fail = (caseNumber: string, what: string) => failures.push({ caseNumber, what });
  for (const agency of AGENCIES)
    for (const file of [join(home, 'simulators', `${agency}.jsonl`), sentJournal(home, agency)])
      for (const entry of readJournal(file)) {
        if (entry.kind === 'opinion-dropped' && entry.why === 'tries-exhausted')
          fail(entry.caseNumber, 'an opinion was never answered');
        if (entry.kind !== 'opinion-answered' || entry.status >= 500) continue;
        const id = `${agency} ${entry.messageId}`;
        answered.add(id);
        const row = stored.get(id);
        if (row === undefined) {
          fail(entry.caseNumber, 'an opinion that was answered stands in the database');
          continue;
        }
        const answer = JSON.parse(row.answer) as { kind: string };
        if (!isDeepStrictEqual(answer, entry.answer) || (STATUS[answer.kind] ?? 200) !== entry.status)
          fail(entry.caseNumber, 'an agency was answered what is stored');
      }
  return { n: answered.size, failures };
}

function readJournal(file: string) {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line === '') return [];
      return [agencyEntry.parse(JSON.parse(line))];
    });
}
