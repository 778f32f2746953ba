import type { Application } from '../../law/signature-issuance/application.ts';
import { isMissionOpen, MISSION_IDS, missionName } from '../../law/signature-issuance/missions.ts';
import { fieldWords } from '../../law/signature-issuance/words/fieldWords.ts';
import { valueWords } from '../../law/signature-issuance/words/valueWords.ts';
import type { Language } from '../../law/languages.ts';
import { valueAt } from '../rendering/applicationRows.ts';
import { countryName } from '../rendering/countryName.ts';
import { languageName } from '../rendering/languageName.ts';
import type { Say } from '../rendering/words.ts';
import { inputOf, nameOf, purposeOf } from './inputs.ts';

type About = {
  application: Application;
  form: Readonly<Record<string, string>>;
  language: Language;
  today: string;
  t: Say;
};

/** The fields of a step as the template draws them, with what was typed just now or stands in the draft. */
export function showFields(fields: readonly { field: string; optional: boolean }[], about: About) {
  const { application, form, language, t } = about;
  const posted = Object.keys(form).length > 0;
  return fields.map(({ field, optional }) => {
    const name = nameOf(field);
    const input = inputOf(field);
    const stored = valueAt(application, field);
    const text = typeof stored === 'string' || typeof stored === 'boolean' ? String(stored) : '';
    const value = posted ? (form[name] ?? '') : text;
    const label = fieldWords(field, language);
    return {
      name,
      id: name,
      label: optional && input.kind !== 'tick' ? t('step.optional', { label }) : label,
      input,
      purpose: purposeOf(field, application.filedBy),
      value,
      hint: HINTS.has(field) ? t(`hint.${name}`) : null,
      ...(input.kind === 'day' && { day: dayParts(name, posted ? form : null, text) }),
      ...((input.kind === 'radios' || input.kind === 'select') && { options: optionsOf(input, value, about) }),
    };
  });
}

const HINTS = new Set([
  '/applicant/surname',
  '/asanNumber',
  '/mission',
  '/applicant/voen',
  '/applicant/secretQuestion',
]);

function dayParts(name: string, form: Readonly<Record<string, string>> | null, stored: string) {
  const [year = '', month = '', day = ''] = stored === 'unlimited' ? [] : stored.split('-');
  if (form === null) return { day, month, year, unlimited: stored === 'unlimited' };
  return {
    day: form[`${name}-day`] ?? '',
    month: form[`${name}-month`] ?? '',
    year: form[`${name}-year`] ?? '',
    unlimited: form[`${name}-unlimited`] === 'true',
  };
}

function optionsOf(
  input: { kind: 'radios'; options: readonly string[] } | { kind: 'select'; options: readonly string[]; of: string },
  value: string,
  { language, today }: About,
) {
  const words = (option: string) => {
    if (input.kind === 'radios') return languageName(option) ?? valueWords(option, language);
    return input.of === 'mission' ? missionName(option, language) : countryName(option, language);
  };
  const options = input.options
    .filter((option) => input.kind === 'radios' || input.of !== 'mission' || isOpenPost(option, today))
    .map((option) => ({ value: option, text: words(option), selected: option === value, checked: option === value }));
  if (input.kind === 'radios') return options;
  return [
    { value: '', text: '', selected: value === '' },
    ...options.toSorted((a, b) => a.text.localeCompare(b.text, language)),
  ];
}

function isOpenPost(option: string, today: string): boolean {
  return MISSION_IDS.some((id) => id === option && isMissionOpen(id, today));
}
