import type { Language } from '../documents.ts';
import type { ReasonCode } from '../reasons.ts';
import { AZ_REASONS } from './azReasons.ts';
import { EN_REASONS } from './enReasons.ts';
import { RU_REASONS } from './ruReasons.ts';

const WORDS = { az: AZ_REASONS, en: EN_REASONS, ru: RU_REASONS } satisfies Record<Language, unknown>;

/** Says what is wrong and how to mend it. */
export function reasonWords(code: ReasonCode, language: Language): { reason: string; mend: string } {
  const [reason, mend] = WORDS[language][code];
  return { reason, mend };
}
