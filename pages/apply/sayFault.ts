import { fieldWords } from '../../law/signature-issuance/words/fieldWords.ts';
import type { Language } from '../../law/languages.ts';
import type { FormError } from '../page.ts';
import type { Say } from '../rendering/words.ts';
import { errorField } from './inputs.ts';
import type { Fault } from './readStep.ts';

/** What is wrong with the form of a field, which is named: a step has several days and many texts. */
export function sayFault({ field, reason }: Fault, t: Say, language: Language): FormError {
  return { field: errorField(field), text: `${fieldWords(field, language)}: ${t(`fault.${reason}`)}` };
}
