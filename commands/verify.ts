import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env.ts';
import { readTrustFile } from './readTrustFile.ts';
import { judgeFile, WORDS } from './verify/judgeFile.ts';
import type { Language } from './verify/tellRecord.ts';

const USAGE = 2;

process.exitCode = await run();

/**
 * Checks one signed record of silence, or one evidence pack (a ZIP), offline; what it proves goes to stdout, why it could
 * not be asked to stderr.
 */
async function run(): Promise<number> {
  const asked = readArguments();
  if (asked === null) return refuse(Object.values(WORDS).map(({ usage }) => usage));
  const { words, language } = asked;
  const bytes = await readFile(asked.file).catch(() => null);
  if (bytes === null) return refuse([words.noFile]);
  const trust = await readTrustFile(asked.trust);
  if (trust === null) return refuse([words.badTrust]);
  const { lines, exit } = await judgeFile(asked.file, bytes, trust, language);
  process.stdout.write(`${lines.join('\n')}\n`);
  return exit;
}

function readArguments() {
  const option = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { trust: option, language: option } });
    const [file, ...more] = positionals;
    const language = values.language ?? 'en';
    if (file === undefined || more.length > 0 || !isLanguage(language)) return null;
    const { MOHLET_HOME: home } = readEnv(process.env, ['MOHLET_HOME']);
    return { file, language, words: WORDS[language], trust: values.trust ?? join(home, 'trust', 'keys.json') };
  } catch {
    return null;
  }
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(WORDS, text);
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return USAGE;
}
