import { writeDay, writeEnd, writeInstant } from '../../cases/notices/words/writeInstant.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import type { AskedAgency, DayOfTerm, RecordOfSilence } from '../../proof/silence.ts';
import type { Signature } from '../../proof/silenceProof.ts';
import { plainText } from '../plainText.ts';
import type { VerifyWords } from './words/words.ts';

export type Language = 'az' | 'en' | 'ru';

/** What a record of silence says, line by line, for a person: the case, each agency with its days, who signed. */
export function tellRecord(
  record: RecordOfSilence,
  signature: Signature,
  words: VerifyWords,
  language: Language,
): string[] {
  const instant = (at: string) => writeInstant(at, language);
  const { kid, signedAt } = signature;
  return [
    words.decided(record.caseNumber, instant(record.decidedAt)),
    ...record.agencies.flatMap((asked) => tellAgency(asked, words, language)),
    words.signed(record.installation, kid, signedAt === null ? null : instant(signedAt)),
  ].map(plainText);
}

function tellAgency(asked: AskedAgency, words: VerifyWords, language: Language): string[] {
  const instant = (at: string) => writeInstant(at, language);
  const { delivered, reminders, term, opinion, outages } = asked;
  const counted = term.days.filter(({ counted }) => counted).map(({ date }) => writeDay(date, language));
  const passedOver = runsOf(term.days).map((run) => tellRun(run, language));
  const lines = [
    words.delivered(instant(delivered.at), words.how[delivered.how]),
    ...reminders.map(({ at }) => words.reminded(instant(at))),
    words.counted(counted.join('; '), term.workingDays),
    ...(passedOver.length === 0 ? [] : [words.passedOver(passedOver.join('; '))]),
    ...term.extensions.map(({ from, to, ground }) =>
      words.extended(writeEnd(from, language), writeEnd(to, language), ground),
    ),
    ...(term.recomputed ?? []).map(({ from, to, calendarVersion, at }) =>
      words.recomputed(instant(at), writeEnd(from, language), writeEnd(to, language), calendarVersion),
    ),
    words.ended(writeEnd(term.endsAt, language), term.calendarVersion),
    ...(term.provisional ? [words.provisional] : []),
    ...outages.map(({ channel, from, to }) =>
      words.outage(channel, instant(from), to === null ? words.lasting : instant(to)),
    ),
    opinion === null ? words.silent : words.nothingAgainst(instant(opinion.at)),
  ];
  return [`${words.agencies[asked.agency] ?? asked.agency}:`, ...lines.map((line) => `  ${line}`)];
}

type Run = { first: string; last: string; why: string };

/** Days passed over one after another for one reason, told as one. */
function runsOf(days: readonly DayOfTerm[]): Run[] {
  const runs: Run[] = [];
  let before: DayOfTerm | undefined;
  for (const day of days) {
    const run = runs.at(-1);
    if (!day.counted && run !== undefined && before?.counted === false && run.why === day.why) run.last = day.date;
    else if (!day.counted) runs.push({ first: day.date, last: day.date, why: day.why });
    before = day;
  }
  return runs;
}

function tellRun({ first, last, why }: Run, language: Language): string {
  const days =
    first === last ? writeDay(first, language) : `${writeDay(first, language)} – ${writeDay(last, language)}`;
  return `${days} (${DAY_WORDS[language][why] ?? why})`;
}
