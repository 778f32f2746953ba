import type { Application } from '../../law/signature-issuance/application.ts';
import { FIELDS } from '../../law/signature-issuance/fields.ts';
import { missionName } from '../../law/signature-issuance/missions.ts';
import { fieldWords } from '../../law/signature-issuance/words/fieldWords.ts';
import { valueWords } from '../../law/signature-issuance/words/valueWords.ts';
import type { Language } from '../../law/languages.ts';
import { countryName } from './countryName.ts';
import { dayInWords } from './dates.ts';
import { languageName } from './languageName.ts';

/** One filled-in field of an application: its number in the Annex, its name, and what was typed, in words. */
export type ApplicationRow = { field: string; annex: string; label: string; value: string };

const [QUESTION, ANSWER] = ['/applicant/secretQuestion', '/applicant/secretAnswer'];

/** An application as an official sees it: without the secret question, the applicant's own password (R1598/A 3.20, 3.21). */
export function applicationRows(application: Application, language: Language): ApplicationRow[] {
  return ownRows(application, language).filter(({ field }) => field !== QUESTION);
}

/** An application as its applicant checks it, in the Annex's order, empty fields left out, and never the secret answer. */
export function ownRows(application: Application, language: Language): ApplicationRow[] {
  return FIELDS.filter(({ field }) => field !== ANSWER).flatMap(({ field, annex }) => {
    const value = valueAt(application, field);
    const text = value === undefined ? '' : inWords(field, value, language);
    return text === '' ? [] : [{ field, annex, label: fieldWords(field, language), value: text }];
  });
}

/** What stands at a field (JSON pointer) of an application; undefined where nothing does. */
export function valueAt(application: object, field: string): unknown {
  return field
    .slice(1)
    .split('/')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], application);
}

function inWords(field: string, value: unknown, language: Language): string {
  if (Array.isArray(value)) return value.map(String).join(' / ');
  if (typeof value !== 'string' && typeof value !== 'boolean') return '';
  const text = String(value);
  if (/\/(citizenship|countryOfResidence|country|issuingCountry)$/.test(field)) return countryName(text, language);
  if (field === '/languageOfNotices') return languageName(text) ?? text;
  if (field === '/mission') return missionName(text, language);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayInWords(text, language).split(',')[0] ?? text;
  return valueWords(text, language);
}
