import type { TermView } from '../cases/findCases.ts';
import type { DemoWords, Language } from './words/words.ts';
import { writeDay, writeWhen } from './words/writeWhen.ts';

type Day = TermView['days'][number];

/** Why a term ends when it does, in one sentence a part: receipt, each counted day, runs of days passed over, the end. */
export function explainTerm(term: TermView, bySilence: boolean, words: DemoWords, language: Language): string[] {
  const parts = [words.received(writeWhen(term.startedAt, language))];
  let counted = 0;
  for (const run of runsOf(term.days.filter((_day, at) => at > 0))) {
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) continue;
    if (!first.counted) {
      const [from, to] = [writeDay(first.date, language), writeDay(last.date, language)];
      parts.push(words.passedOver(from, to, [...new Set(run.map(({ why }) => why))].join(', ')));
      continue;
    }
    for (const { date } of run) {
      counted += 1;
      parts.push(words.counted(counted, writeDay(date, language)));
    }
  }
  const end = writeWhen(term.endsAt, language);
  return [...parts, bySilence ? words.silenceFrom(end) : words.termUntil(end)];
}

/** The days in runs of counted and of passed-over ones; the day of receipt, the first, is told by itself. */
function runsOf(days: readonly Day[]): Day[][] {
  const runs: Day[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run?.[0]?.counted === day.counted) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
