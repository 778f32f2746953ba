import { isRecord } from '../../proof/shapes.ts';
import { proveSilence, type SilenceProof } from '../../proof/silenceProof.ts';
import type { TrustedKeys } from '../../proof/trust.ts';
import { isPack, verifyPack } from './pack/verifyPack.ts';
import { type Language, tellRecord } from './tellRecord.ts';
import { az } from './words/az.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';
import type { VerifyWords } from './words/words.ts';

/** The words of `verify` by language. */
export const WORDS: Readonly<Record<Language, VerifyWords>> = { az, en, ru };

/** Each outcome's exit code; 2 is kept for a question that was not understood or a file that could not be read. */
const EXIT: Record<SilenceProof['kind'], number> = {
  genuine: 0,
  rehearsal: 10,
  altered: 11,
  'foreign-key': 12,
  malformed: 13,
  'contradicts-itself': 14,
  'key-not-valid-then': 15,
};

/** No record of silence comes near it; what is larger is not even read as one. */
const RECORD_MOST = 2_000_000;

/**
 * Judges a signed record of silence, or an evidence pack (a ZIP, by its first bytes or its name), by keys: the lines that
 * tell a person what it proves, the outcome first, and the exit code of `verify`.
 */
export async function judgeFile(
  name: string,
  bytes: Buffer,
  trust: TrustedKeys,
  language: Language,
): Promise<{ lines: string[]; exit: number }> {
  if (isPack(name, bytes)) return verifyPack(bytes, trust, language);
  const words = WORDS[language];
  if (bytes.length > RECORD_MOST) return { lines: [words.outcomes.malformed], exit: EXIT.malformed };
  const proof = await proveSilence(jwsIn(bytes.toString('utf8')), trust);
  return { lines: [words.outcomes[proof.kind], ...tell(proof, words, language)], exit: EXIT[proof.kind] };
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
