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
type Entry = { what: string; at: string; clause?: string; facts?: Facts };

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

const DECIDING = ['approved', 'refused', 'withdrawn', 'certificate-refused', 'issued'];

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

  const decision = entries.findLast(({ what }) => DECIDING.includes(what));
  const toApplicant = view.notices.filter(({ recipient }) => recipient === 'applicant');

  return {
    ending: ending.parse({
      stage: view.stage,
      outcome: view.outcome,
      clause: decision?.clause ?? null,
      decidedAt: inBaku(decision?.at ?? null),
      waitsFor: view.waitsFor?.party ?? null,
      endsAt: Object.fromEntries(view.terms.map(({ agency, endsAt }) => [agency, inBaku(endsAt)])),
      opinions: entries
        .filter(({ what }) => what === 'opinion-received')
        .map(({ facts }) => ({ agency: facts?.['agency'], effect: facts?.['effect'] })),
      virtualFin: virtualFinOf(entries),
      recordOfSilence: silenceFile !== null,
      terms: view.furtherTerms.map(({ clause, holder, endsAt, outcome, overdue }) => ({
        ...{ clause, holder, endsAt: inBaku(endsAt), outcome: overdue ? 'overdue' : outcome },
      })),
      certificateUntil: inBaku(view.certificate?.validUntil ?? null),
      custody: view.custody.map(({ kind, copy, state, holder }) => `${kind} ${copy}: ${state}, ${holder}`).sort(),
      notices: toApplicant
        .filter(({ channel, state }) => channel === 'email' && state === 'accepted')
        .map(({ kind }) => kind),
      textsFailed: toApplicant.filter(({ channel, state }) => channel === 'sms' && state === 'failed').length,
      sentBack,
      incidents: [...incidents, ...differencesNoted(entries)],
    }),
    caseNumber,
    term: shown.terms.toSorted((a, b) => a.endsAt.localeCompare(b.endsAt)).at(-1) ?? null,
    subjects: (await parties.letters(caseNumber)).map(({ subject }) => subject),
    rows: entries.length,
    evidenceFile,
    silenceFile,
  };
}

/** Where the virtual FIN came from, and whether its entry was cancelled; null where none was given. */
function virtualFinOf(entries: readonly Entry[]): unknown {
  const cancelled = entries.some(({ what, facts }) => what === 'unwound' && facts?.['step'] === 'cancel-fin');
  if (cancelled) return 'cancelled';
  return entries.find(({ what }) => what === 'virtual-fin-given')?.facts?.['source'] ?? null;
}

/** The differences found at hand-overs, each with the giver. */
function differencesNoted(entries: readonly Entry[]): Ending['incidents'] {
  return entries
    .filter(({ what }) => what === 'handover-difference')
    .map(({ facts }) => ({ kind: 'custody-difference', holder: String(facts?.['giver']) }));
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
