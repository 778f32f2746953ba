import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import countries from 'i18n-iso-countries';
import { LANGUAGES, type Language } from '../../law/languages.ts';
import { travelCodeWords } from '../../law/signature-issuance/words/travelCodeWords.ts';

const resolve = createRequire(import.meta.url);
for (const language of LANGUAGES)
  countries.registerLocale(
    JSON.parse(
      readFileSync(resolve.resolve(`i18n-iso-countries/langs/${language}.json`), 'utf8'),
    ) as countries.LocaleData,
  );

/** A country, citizenship or issuer by its three letters (ISO 3166-1, Doc 9303-3) in words; the letters where it has no name. */
export function countryName(code: string, language: Language): string {
  return travelCodeWords(code, language) ?? countries.getName(code, language) ?? code;
}
