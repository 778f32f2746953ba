import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env.ts';
import { readExpected } from '../demo/ending.ts';
import { runDemo } from '../demo/runDemo.ts';
import { type Language, WORDS } from '../demo/words/words.ts';
import { isSentence } from '../stack/sentences.ts';
import { ownRehearsal } from './demo/ownRehearsal.ts';
import { CannotPlay, runningRehearsal } from './demo/rehearsal.ts';

const EXPECTED = join(import.meta.dirname, '..', 'demo', 'expected.json');
const NOT_AS_EXPECTED = 1;
const CANNOT_PLAY = 2;
const INTERRUPTED = 130;

const write = (line: string) => void process.stdout.write(`${line}\n`);
const asked = readArguments();
if (asked === null) refuse(Object.values(WORDS).map(({ faults }) => faults.usage));
else process.exitCode = await run(asked);

/** Plays, and answers the exit code: 0 all as expected, 1 otherwise or broken off, 2 it could not begin. */
async function run({ language, out, home, url, ...given }: NonNullable<typeof asked>): Promise<number> {
  const { starts, faults } = WORDS[language];
  const log = join(url === undefined ? out : home, 'mohlet.log');
  const expected = readExpected(await readFile(given.expected, 'utf8').catch(() => ''));
  if (expected === null) return refuse([faults.badExpected(given.expected)]);
  const own = ownRehearsal({ cache: join(home, 'bin'), log, say: (line) => write(`  ${line}`) });
  let interrupted = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      interrupted = true;
      void own.end().finally(() => process.exit(INTERRUPTED));
    });
  try {
    await mkdir(out, { recursive: true });
    if (url === undefined) write(starts);
    const world = url === undefined ? await own.begin() : await runningRehearsal(url, home, language);
    return (await runDemo(world, { expected, out, language, write })) ? 0 : NOT_AS_EXPECTED;
  } catch (fault) {
    // What fails while all is taken down says nothing to who ended it.
    if (interrupted) return INTERRUPTED;
    const text = fault instanceof Error ? fault.message : '?';
    if (fault instanceof CannotPlay) return refuse([text]);
    if (isSentence(fault)) return refuse([faults.cannotStart(text)]);
    process.stderr.write(`${faults.brokeOff([text, causeOf(fault)].filter(Boolean).join(' '), log)}\n`);
    return NOT_AS_EXPECTED;
  } finally {
    await own.end();
  }
}

/** The code below a failed fetch, which says no more than that it failed. */
function causeOf(fault: unknown): string {
  const { code = '' } = ((fault as { cause?: unknown }).cause ?? {}) as { code?: string };
  return code === '' ? '' : `(${code})`;
}

function readArguments() {
  const option = { type: 'string' } as const;
  const options = { url: option, expected: option, out: option, language: option };
  try {
    const { values } = parseArgs({ options });
    const language = values.language ?? 'en';
    if (!isLanguage(language) || (values.url !== undefined && !URL.canParse(values.url))) return null;
    const { MOHLET_HOME: home } = readEnv(process.env, ['MOHLET_HOME']);
    const out = resolve(values.out ?? join('.mohlet', 'demo'));
    return { language, out, home: resolve(home), url: values.url, expected: values.expected ?? EXPECTED };
  } catch {
    return null;
  }
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(WORDS, text);
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = CANNOT_PLAY;
  return CANNOT_PLAY;
}
