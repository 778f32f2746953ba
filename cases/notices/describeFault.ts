import { KIND_WORDS } from '../../law/signature-issuance/documentWords.ts';
import { fieldWords } from '../../law/signature-issuance/words/fieldWords.ts';
import { DEFICIENCY_WORDS } from '../../law/signature-issuance/words/centreReasons.ts';
import { MISSION_REASONS } from '../../law/signature-issuance/words/missionReasons.ts';
import type { Fault, Language } from './words/facts.ts';

/** Reasons of the Centre (R1598/2.9) and of the mission (R1598/2.13). */
const REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...MISSION_REASONS,
  ...DEFICIENCY_WORDS,
};

const KINDS: Readonly<Record<string, Record<Language, string>>> = KIND_WORDS;

/**
 * What is wrong with one item, for the applicant: a document or a field by the law's name, the reason by its sentence.
 * A code without words is shown as it is, for a letter must go out all the same.
 */
export function describeFault({ item, reason }: { item: string; reason: string }, language: Language): Fault {
  const label = KINDS[item.replace(/^\/documents\//, '')]?.[language] ?? fieldName(item, language);
  return { label, reason: REASONS[reason]?.[language] ?? reason };
}

function fieldName(field: string, language: Language): string {
  try {
    return fieldWords(field, language);
  } catch {
    return field;
  }
}
