import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env.ts';
import { isRecord } from '../proof/shapes.ts';
import { proveSilence, type SilenceProof } from '../proof/silenceProof.ts';
import { readTrustFile } from './readTrustFile.ts';
import { isPack, verifyPack } from './verify/pack/verifyPack.ts';
import { type Language, tellRecord } from './verify/tellRecord.ts';
import { az } from './verify/words/az.ts';
import { en } from './verify/words/en.ts';
import { ru } from './verify/words/ru.ts';
import type { VerifyWords } from './verify/words/words.ts';

const WORDS: Record<Language, VerifyWords> = { az, en, ru };
const USAGE = 2;

/** Each outcome's exit code; 2 says that the question was not understood or a file could not be read. */
const EXIT: Record<SilenceProof['kind'], number> = {
  genuine: 0,
  rehearsal: 10,
  altered: 11,
  'foreign-key': 12,
  malformed: 13,
  'contradicts-itself': 14,
  'key-not-valid-then': 15,
};

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
  if (isPack(asked.file, bytes)) {
    const { lines, exit } = await verifyPack(bytes, trust, language);
    process.stdout.write(`${lines.join('\n')}\n`);
    return exit;
  }
  const proof = await proveSilence(jwsIn(bytes.toString('utf8')), trust);
  process.stdout.write(`${[words.outcomes[proof.kind], ...tell(proof, words, language)].join('\n')}\n`);
  return EXIT[proof.kind];
}

function tell(proof: SilenceProof, words: VerifyWords, language: Language): string[] {
  switch (proof.kind) {
    case 'genuine':
    case 'rehearsal':
      return tellRecord(proof.record, proof.signature, words, language);
    case 'contradicts-itself':
      return proof.contradictions.map(({ kind, agency }) =>
        [...(agency === null ? [] : [words.agencies[agency] ?? '?']), words.contradictions[kind]].join(': '),
      );
    case 'altered':
    case 'foreign-key':
    case 'malformed':
    case 'key-not-valid-then':
      return [];
  }
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

/** The file is the compact JWS itself, or a JSON object that holds it as `jws`. */
function jwsIn(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (isRecord(value) && typeof value.jws === 'string') return value.jws;
  } catch {
    // Not JSON: the JWS itself.
  }
  return text.trim();
}

function refuse(lines: readonly string[]): number {
  process.stderr.write(`${lines.join('\n')}\n`);
  return USAGE;
}
