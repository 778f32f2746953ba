import type { ReadCase } from './readEnding.ts';
import { explainTerm } from './explainTerm.ts';
import { SCENARIO_IDS, type ScenarioId } from './scenario.ts';
import type { DemoWords, Language } from './words/words.ts';
import { writeWhen } from './words/writeWhen.ts';

/** The table of all cases as lines: case, outcome, clause, instant; under each the date explained, FIN, letters, record. */
export function table(cases: Readonly<Record<ScenarioId, ReadCase>>, words: DemoWords, language: Language): string[] {
  const head = [words.table.case, '', words.table.outcome, words.table.clause, words.table.decided];
  const rows = SCENARIO_IDS.map((id) => {
    const { caseNumber, ending } = cases[id];
    const decided = ending.decidedAt === null ? '-' : writeWhen(ending.decidedAt, language);
    const outcome = words.outcomes[ending.outcome ?? 'undecided'];
    return [words.cases[id], caseNumber, outcome, ending.clause ?? '-', decided];
  });
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  const below = SCENARIO_IDS.map((id) => explain(cases[id], words, language).map((text) => `    ${text}`));
  return [line(head), ...rows.flatMap((row, at) => ['', line(row), ...(below[at] ?? [])])];
}

function explain(read: ReadCase, words: DemoWords, language: Language): string[] {
  const { ending, term, subjects, rows, evidenceFile, silenceFile } = read;
  return [
    ...(term === null ? [] : [explainTerm(term, ending.recordOfSilence, words, language).join('; ')]),
    words.fin[ending.virtualFin ?? 'none'],
    words.letters(subjects.join(' | ')),
    words.evidence(rows, evidenceFile),
    ...(silenceFile === null ? [] : [words.recordOfSilence(silenceFile)]),
  ];
}
