import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseView, TermView } from '../cases/findCases.ts';
import { type Ending, ending } from './ending.ts';
import type { Hands } from './hands.ts';
import type { ScenarioId } from './scenario.ts';
import type { Stage } from './stage.ts';
import { until } from './until.ts';
import { inBaku } from './words/writeWhen.ts';

type Facts = Readonly<Record<string, unknown>>;
type EvidenceRow = { seq: number; body: string; hash: string };
type Entry = { what: string; clause?: string; facts?: Facts };

/** How a case ended, and what is shown of it: its last term as its applicant reads it, letters, and the saved record. */
export type ReadCase = {
  ending: Ending;
  caseNumber: string;
  term: TermView | null;
  subjects: string[];
  rows: number;
  evidenceFile: string;
  silenceFile: string | null;
};

const DECIDING = ['approved', 'refused', 'withdrawn'];

/** Reads over HTTP how a case ended and saves its record in the folder, as the auditor is given it. */
export async function readEnding(stage: Stage, id: ScenarioId, played: Hands, out: string): Promise<ReadCase> {
  const { portal, world, parties } = stage;
  const { registered, sentBack, incidents } = played.held;
  if (registered === null) throw new Error('a case was never registered');
  const { caseNumber } = registered;
  const shown = await played.settled();
  const path = `/api/v1/cases/${caseNumber}`;
  const { body: view } = await portal.asOfficial<CaseView>(world.auditor, 'GET', path);
  const { body: evidence } = await portal.asOfficial<{ rows: EvidenceRow[] }>(world.auditor, 'GET', `${path}/evidence`);
  const evidenceFile = join(out, `${id}.evidence.json`);
  await writeFile(evidenceFile, JSON.stringify(evidence, null, 2));
  const entries = evidence.rows.map(({ body }) => JSON.parse(body) as Entry);

  const bySilence = view.outcome === 'approved' && view.terms.some(({ outcome }) => outcome === 'silence');
  const silenceFile = bySilence
    ? await saveRecordOfSilence(stage, path, join(out, `${id}.record-of-silence.jws`))
    : null;

  return {
    ending: ending.parse({
      outcome: view.outcome,
      clause: entries.find(({ what }) => DECIDING.includes(what))?.clause ?? null,
      decidedAt: inBaku(view.decidedAt),
      endsAt: Object.fromEntries(view.terms.map(({ agency, endsAt }) => [agency, inBaku(endsAt)])),
      opinions: entries
        .filter(({ what }) => what === 'opinion-received')
        .map(({ facts }) => ({ agency: facts?.['agency'], effect: facts?.['effect'] })),
      virtualFin: entries.find(({ what }) => what === 'virtual-fin-given')?.facts?.['source'] ?? null,
      recordOfSilence: silenceFile !== null,
      notices: view.notices
        .filter(({ recipient, state }) => recipient === 'applicant' && state === 'accepted')
        .map(({ kind }) => kind),
      sentBack,
      incidents,
    }),
    caseNumber,
    term: shown.terms.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt)).at(-1) ?? null,
    subjects: (await parties.letters(caseNumber)).map(({ subject }) => subject),
    rows: entries.length,
    evidenceFile,
    silenceFile,
  };
}

async function saveRecordOfSilence({ portal, world }: Stage, path: string, file: string): Promise<string> {
  const jws = await until('the signed record of silence', async () => {
    const document = `${path}/documents/record-of-silence`;
    const { status, body } = await portal.asOfficial<{ text: string }>(world.auditor, 'GET', document);
    return status === 200 && body.text;
  });
  await writeFile(file, jws);
  return file;
}

/** Saves the installation's published keys beside the records, by which they are checked with no server; its path. */
export async function saveKeys({ world }: Stage, out: string): Promise<string> {
  const response = await fetch(`${world.api}/.well-known/mohlet-keys.json`);
  const file = join(out, 'keys.json');
  await writeFile(file, await response.text());
  return file;
}
