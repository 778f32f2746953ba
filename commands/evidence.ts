import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { readEnv } from '../config/env.ts';
import { proveExport } from '../proof/exportedRows.ts';
import { verifyEvidence } from './evidence/verifyEvidence.ts';
import { az } from './evidence/words/az.ts';
import { en } from './evidence/words/en.ts';
import { ru } from './evidence/words/ru.ts';
import { tellFault } from './evidence/words/words.ts';
import { readTrustFile } from './readTrustFile.ts';

const WORDS = { az, en, ru };

process.exitCode = await run();

/**
 * Checks the evidence of the embedded installation, or of the database that MOHLET_READER_DATABASE_URL names, or with
 * `--rows` a file that an auditor exported, without any database. Exit codes: 0 all holds, 1 a fault (named), 2 it could not be checked.
 */
async function run(): Promise<0 | 1 | 2> {
  const asked = readArguments();
  if (asked === null)
    return say(
      2,
      Object.values(WORDS).map(({ usage }) => usage),
    );
  const { words } = asked;
  const trust = await readTrustFile(asked.trust);
  if (trust === null) return say(2, [words.badTrust]);
  if (asked.rows !== undefined) {
    const text = await readFile(asked.rows, 'utf8').catch(() => null);
    if (text === null) return say(2, [words.noRows]);
    const proof = await proveExport(text, trust);
    if (proof.kind === 'not-such-a-file') return say(1, [words.notAnExport(proof.line)]);
    if (proof.kind === 'fault') return say(1, [tellFault(proof.fault, words)]);
    return say(0, [words.exported(proof.rows, proof.chains, proof.covered)]);
  }
  try {
    const url = process.env['MOHLET_READER_DATABASE_URL'] ?? (await embeddedReaderUrl(asked.home));
    const outcome = await verifyEvidence({ url, checkpointsFile: asked.checkpoints, trust });
    if (outcome.kind === 'fault') return say(1, [tellFault(outcome.fault, words)]);
    const { rows, checkpoints, uncovered } = outcome;
    return say(0, [
      `ok ${rows} rows, ${checkpoints} checkpoints`,
      ...(uncovered > 0 ? [words.uncovered(uncovered)] : []),
    ]);
  } catch {
    // What the database says of its failure may carry its address and user.
    return say(2, [words.unreachable]);
  }
}

function readArguments() {
  const { MOHLET_HOME: home } = readEnv(process.env, ['MOHLET_HOME']);
  const option = { type: 'string' } as const;
  try {
    const { values } = parseArgs({ options: { trust: option, checkpoints: option, rows: option, language: option } });
    const language = values.language ?? 'en';
    if (language !== 'az' && language !== 'en' && language !== 'ru') return null;
    return {
      home,
      words: WORDS[language],
      rows: values.rows,
      trust: values.trust ?? join(home, 'trust', 'keys.json'),
      checkpoints: values.checkpoints ?? process.env['MOHLET_CHECKPOINTS'] ?? join(home, 'checkpoints.jsonl'),
    };
  } catch {
    return null;
  }
}

async function embeddedReaderUrl(home: string): Promise<string> {
  const installation = await readFile(join(home, 'embedded-keys', 'installation.env'), 'utf8');
  const { MOHLET_READER_DATABASE_URL: url } = parseEnv(installation);
  if (url === undefined) throw new Error('the installation does not say how it is read');
  return url;
}

function say<C extends 0 | 1 | 2>(code: C, lines: readonly string[]): C {
  (code === 2 ? process.stderr : process.stdout).write(`${lines.join('\n')}\n`);
  return code;
}
