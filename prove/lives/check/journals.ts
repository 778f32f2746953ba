import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the Centres and the Entry-Exit and Registration system wrote down of a case. */
export type Told = { serials: string[]; revoked: string[]; cancelled: number };

type Entry = { kind?: string; caseNumber?: string; serial?: string; service?: string; answer?: unknown };

const NOTHING: Told = { serials: [], revoked: [], cancelled: 0 };

/** Reads the parties' own journals under `home`: of a case, what was issued, revoked and cancelled there. */
export function readToldByParties(home: string): (caseNumber: string) => Told {
  const told = new Map<string, Told>();
  for (const party of ['e-imza', 'asan', 'entry-exit-register'])
    for (const { kind, caseNumber = '', serial, service, answer } of read(join(home, 'simulators', `${party}.jsonl`))) {
      const { serials, revoked, cancelled } = told.get(caseNumber) ?? NOTHING;
      const isIssued = kind === 'answer-planned' && serial !== undefined;
      const isRevoked = kind === 'certificate-revoked' && serial !== undefined;
      told.set(caseNumber, {
        serials: isIssued ? [...serials, serial] : serials,
        revoked: isRevoked ? [...revoked, serial] : revoked,
        cancelled: cancelled + (service === 'fin/cancel' && answer === 'cancelled' ? 1 : 0),
      });
    }
  return (caseNumber) => told.get(caseNumber) ?? NOTHING;
}

function read(file: string): Entry[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Entry);
}
