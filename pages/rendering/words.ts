import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { LANGUAGES, type Language } from '../../law/languages.ts';

const PAGES = join(import.meta.dirname, '..');

type Words = Readonly<Record<string, string>>;
type InLanguages = Record<Language, Words>;

/** Every area's words, by area; those of every page are under the empty name. Read once, at start. */
export const WORDS: ReadonlyMap<string, InLanguages> = new Map(
  globSync('**/words/az.json', { cwd: PAGES }).map((file) => {
    const area = relative('.', dirname(dirname(file)));
    const read = (language: Language) =>
      JSON.parse(readFileSync(join(PAGES, area, 'words', `${language}.json`), 'utf8')) as Words;
    return [area, Object.fromEntries(LANGUAGES.map((language) => [language, read(language)])) as InLanguages];
  }),
);

/**
 * Says a sentence: its key, and what fills its `{gaps}`; `{n|day|days}` is the form that goes with the number `n` (two
 * in English; one, few, many in Russian; Azerbaijani needs none).
 */
export type Say = (key: string, fill?: Readonly<Record<string, string | number>>) => string;

/** The sentences of one area, and beside them those of every page, in one language; an unknown key throws. */
export function sayIn(area: string, language: Language): Say {
  const own = WORDS.get(area)?.[language];
  const every = WORDS.get('')?.[language];
  return (key, fill = {}) => {
    const sentence = own?.[key] ?? every?.[key];
    if (sentence === undefined) throw new Error(`no words for ${key} in ${area}/${language}`);
    return sentence.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, gap: string, forms?: string) =>
      forms === undefined ? String(fill[gap] ?? '') : formOf(Number(fill[gap]), forms.split('|'), language),
    );
  };
}

const RULES: Readonly<Record<Language, Intl.PluralRules>> = {
  az: new Intl.PluralRules('az'),
  en: new Intl.PluralRules('en'),
  ru: new Intl.PluralRules('ru'),
};
const PLACES: Readonly<Partial<Record<Intl.LDMLPluralRule, number>>> = { one: 0, few: 1, many: 2 };

function formOf(n: number, forms: readonly string[], language: Language): string {
  // What is none of the three is a fraction in Russian (2,5 дня, as few), and whatever is not one in English.
  return forms[PLACES[RULES[language].select(n)] ?? 1] ?? forms.at(-1) ?? '';
}
