import type { Ending, Endings } from './ending.ts';
import type { ReadCase } from './readEnding.ts';
import { explainTerm } from './explainTerm.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';
import { teller } from './teller.ts';
import type { DemoWords, Language } from './words/words.ts';
import { writeWhen } from './words/writeWhen.ts';

/**
 * The table of all cases as lines: case, outcome as expected and as seen, clause, instant; under each the date explained,
 * FIN, certificate, letters, record.
 */
export function table(
  expected: Endings['cases'],
  cases: Readonly<Record<ScenarioId, ReadCase>>,
  said: { words: DemoWords; language: Language; pageAt: (path: string) => string },
): string[] {
  const { words, language, pageAt } = said;
  const told = teller({ language });
  const head = [words.table.case, '', told.words.table.expected, told.words.table.seen];
  const rows = SCENARIO_IDS.map((id) => {
    const { caseNumber, ending } = cases[id];
    return [words.cases[id], caseNumber, standing(expected[id], words, language), standing(ending, words, language)];
  });
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const below = SCENARIO_IDS.map((id) =>
    [...explain(cases[id], words, language), ...pagesOf(cases[id], words, pageAt)].map((text) => `    ${text}`),
  );
  return [line(head), ...rows.flatMap((row, at) => ['', line(row), ...(below[at] ?? [])])];
}

/** How a case stands in a few words: its outcome, and who is waited for where it goes on. */
function standing({ outcome, waitsFor }: Ending, words: DemoWords, language: Language): string {
  const { words: lives, party } = teller({ language });
  const reached =
    outcome === 'issued' || outcome === 'mismatch' ? lives.outcomes[outcome] : words.outcomes[outcome ?? 'undecided'];
  return waitsFor === null ? reached : `${reached}, ${lives.waits(party(waitsFor))}`;
}

function explain(read: ReadCase, words: DemoWords, language: Language): string[] {
  const { ending, term, subjects, rows, evidenceFile, silenceFile } = read;
  const told = teller({ language });
  const { clause, decidedAt, certificateUntil } = ending;
  return [
    ...(decidedAt === null
      ? []
      : [`${words.table.decided}: ${writeWhen(decidedAt, language)}${clause === null ? '' : ` (${clause})`}`]),
    ...(term === null ? [] : [explainTerm(term, ending.recordOfSilence, words, language).join('; ')]),
    words.fin[ending.virtualFin ?? 'none'],
    ...ending.terms.map(({ clause: under, holder, endsAt, outcome }) =>
      told.words.term(under, told.holder(holder), told.when(endsAt), outcomeOf(outcome, told)),
    ),
    ...(certificateUntil === null || ending.outcome !== 'issued'
      ? []
      : [told.words.validUntil(told.date(certificateUntil))]),
    words.letters(subjects.join(' | ')),
    words.evidence(rows, evidenceFile),
    ...(silenceFile === null ? [] : [words.recordOfSilence(silenceFile)]),
  ];
}

/** Where the case may be looked at: by the operator, and by the auditor with its evidence. */
function pagesOf({ caseNumber }: ReadCase, words: DemoWords, pageAt: (path: string) => string): string[] {
  return [words.pages(pageAt(`/operator/cases/${caseNumber}`), pageAt(`/auditor/chains/case:${caseNumber}`))];
}

function outcomeOf(outcome: string | null, { words }: ReturnType<typeof teller>): string {
  const outcomes: Readonly<Record<string, string>> = words.termOutcomes;
  return outcomes[outcome ?? 'open'] ?? outcome ?? '';
}
