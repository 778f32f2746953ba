import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { isInstant } from '../law/calendar/bakuTime.ts';
import { buildCalendar, YearNotCovered, type Calendar } from '../law/calendar/calendar.ts';
import { isDay } from '../law/calendar/days.ts';
import { type Decision, newsKnown } from '../law/calendar/decision.ts';
import { readDecisions } from '../law/calendar/readDecisions.ts';
import { deadline } from '../law/calendar/workingDays.ts';

type Sentence = { az: string; en: string; ru: string };

/** What was asked cannot be answered; the sentence tells the person who asked how to ask. */
class Refused extends Error {
  readonly sentence: Sentence;

  constructor(sentence: Sentence) {
    super(sentence.en);
    this.sentence = sentence;
  }
}

const USAGE = [
  'calendar year YEAR [--known-on DAY]',
  'calendar deadline --received INSTANT --working-days N [--known-on DAY]',
  'calendar deadline --stdin [--known-on DAY]',
  '[--decisions FILE] [--language az|en|ru]',
].join(' | ');

const SENTENCES = {
  usage: { az: `İstifadə qaydası: ${USAGE}`, en: `Usage: ${USAGE}`, ru: `Порядок вызова: ${USAGE}` },
  line: {
    az: 'Sətir JSON obyekti deyil.',
    en: 'The line is not a JSON object.',
    ru: 'Строка не является объектом JSON.',
  },
  received: {
    az: 'received saat qurşağı göstərilmiş vaxt olmalıdır, məsələn 2026-03-19T10:00:00+04:00.',
    en: 'received must be an instant with its offset, such as 2026-03-19T10:00:00+04:00.',
    ru: 'received должно быть моментом времени со смещением, например 2026-03-19T10:00:00+04:00.',
  },
  workingDays: {
    az: 'İş günlərinin sayı (workingDays) müsbət tam ədəd olmalıdır.',
    en: 'The number of working days (workingDays) must be a positive whole number.',
    ru: 'Число рабочих дней (workingDays) должно быть положительным целым числом.',
  },
  knownOn: {
    az: 'knownOn gün olmalıdır, məsələn 2025-02-01.',
    en: 'knownOn must be a day, such as 2025-02-01.',
    ru: 'knownOn должно быть днём, например 2025-02-01.',
  },
  decisions: {
    az: 'Qərarlar faylı oxuna bilmir: day,kind,instead,published[,taken_back] sütunları olan CSV faylı lazımdır.',
    en: 'The file of decisions cannot be read: a CSV file with the columns day,kind,instead,published[,taken_back] is needed.',
    ru: 'Файл решений не читается: нужен файл CSV со столбцами day,kind,instead,published[,taken_back].',
  },
  fields: {
    az: 'Yalnız received, workingDays və knownOn sahələri tanınır.',
    en: 'Only the fields received, workingDays and knownOn are known.',
    ru: 'Известны только поля received, workingDays и knownOn.',
  },
} satisfies Record<string, Sentence>;

const QUESTION = z.strictObject({
  received: z.string().refine(isInstant),
  workingDays: z.int().positive(),
  knownOn: z.string().refine(isDay).nullish(),
});

const OWN_FILE = join(import.meta.dirname, '../prisma/calendar-decisions.csv');

let decisions: readonly Decision[] = [];
let daysOfDecisions: readonly string[] = [];
const calendars = new Map<string | undefined, Calendar>();
let language: keyof Sentence = 'en';

try {
  await answer();
} catch (error) {
  // Whoever reads the answers may have had enough of them, as `head` does: that is no fault.
  if (!isClosedPipe(error)) {
    process.stderr.write(`${inWords(error)}\n`);
    process.exitCode = 2;
  }
}

async function answer(): Promise<void> {
  const { values, positionals } = readArguments();
  const { received, 'working-days': workingDays, 'known-on': knownOn, stdin = false } = values;
  const [what, ...rest] = positionals;
  const year = rest.length === 1 && /^\d{4}$/.test(rest[0] ?? '') ? Number(rest[0]) : undefined;
  const one = received !== undefined && workingDays !== undefined;
  const none = received === undefined && workingDays === undefined;
  language = z.enum(['az', 'en', 'ru']).catch('en').parse(values.language);
  if (language !== (values.language ?? 'en')) throw new Refused(SENTENCES.usage);
  takeDecisions(values.decisions ?? OWN_FILE);

  if (what === 'year' && year !== undefined && none && !stdin) {
    print(answerYear(year, knownOn));
  } else if (what === 'deadline' && rest.length === 0 && one && !stdin) {
    const count = /^\d+$/.test(workingDays) ? Number(workingDays) : undefined;
    print(answerDeadline({ received, workingDays: count, knownOn }));
  } else if (what === 'deadline' && rest.length === 0 && none && stdin) {
    await pipeline(Readable.from(answerLines(knownOn)), process.stdout, { end: false });
  } else {
    throw new Refused(SENTENCES.usage);
  }
}

function readArguments() {
  const option = { type: 'string' } as const;
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        received: option,
        'working-days': option,
        'known-on': option,
        language: option,
        decisions: option,
        stdin: { type: 'boolean' },
      },
    });
  } catch {
    throw new Refused(SENTENCES.usage);
  }
}

/** The decisions of a file: the repository's own, or what an installation gave of its calendar. */
function takeDecisions(file: string): void {
  try {
    decisions = readDecisions(readFileSync(file, 'utf8'));
  } catch {
    throw new Refused(SENTENCES.decisions);
  }
  daysOfDecisions = newsKnown(decisions);
}

function answerYear(year: number, knownOn: string | undefined): object {
  if (knownOn !== undefined && !isDay(knownOn)) throw new Refused(SENTENCES.knownOn);
  const calendar = calendarKnownOn(knownOn);
  const { version } = calendar;
  return { year, nonWorking: calendar.nonWorkingDays(year), version, provisional: calendar.isProvisional(year) };
}

function answerDeadline(question: object): object {
  const { data, error } = QUESTION.safeParse(question);
  if (data === undefined) {
    const field = z.keyof(QUESTION).safeParse(error.issues[0]?.path[0]);
    throw new Refused(SENTENCES[field.data ?? 'fields']);
  }
  return deadline(calendarKnownOn(data.knownOn ?? undefined), data.received, data.workingDays);
}

/** One answer a line, in the order of the questions; a line that cannot be answered costs only itself. */
async function* answerLines(knownOn: string | undefined): AsyncGenerator<string> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    try {
      yield `${JSON.stringify(answerDeadline({ knownOn, ...readLine(line) }))}\n`;
    } catch (error) {
      process.exitCode = 2;
      yield `${JSON.stringify({ error: inWords(error) })}\n`;
    }
  }
}

function readLine(line: string): object {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(line));
  } catch {
    throw new Refused(SENTENCES.line);
  }
}

/** Days on which the same decisions were known share a calendar, so that a long input builds only a few. */
function calendarKnownOn(knownOn: string | undefined): Calendar {
  const lastNews = daysOfDecisions.findLast((day) => knownOn === undefined || day <= knownOn) ?? knownOn;
  const calendar = calendars.get(lastNews) ?? buildCalendar(decisions, lastNews);
  calendars.set(lastNews, calendar);
  return calendar;
}

function inWords(error: unknown): string {
  if (error instanceof Refused) return error.sentence[language];
  if (!(error instanceof YearNotCovered)) throw error;
  const { year, covered } = error;
  const years = `${covered.from}-${covered.to}`;
  switch (language) {
    case 'az':
      return `Təqvim ${years} illərini əhatə edir; bu il haqqında məlumat yoxdur: ${year}.`;
    case 'en':
      return `The calendar covers the years ${years}; of ${year} it knows nothing.`;
    case 'ru':
      return `Календарь охватывает ${years} годы; о ${year} годе данных нет.`;
  }
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

function print(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
