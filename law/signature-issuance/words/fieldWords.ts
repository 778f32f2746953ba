import type { Language } from '../documents.ts';
import { AZ_FORM, AZ_PERSON } from './azFields.ts';
import { EN_FORM, EN_PERSON } from './enFields.ts';
import { RU_FORM, RU_PERSON } from './ruFields.ts';

const FORM: Record<Language, Readonly<Record<string, string>>> = { az: AZ_FORM, en: EN_FORM, ru: RU_FORM };
const PERSON: Record<Language, Readonly<Record<string, string>>> = { az: AZ_PERSON, en: EN_PERSON, ru: RU_PERSON };

/** What a field (JSON pointer) is called, without its Annex number; throws for a field the form does not have. */
export function fieldWords(field: string, language: Language): string {
  const ofPerson = /^\/(?:applicant|representative)\/(.+)$/.exec(field)?.[1] ?? '';
  const words = FORM[language][field] ?? PERSON[language][ofPerson];
  if (words === undefined) throw new Error(`the form has no field ${field}`);
  return words;
}
