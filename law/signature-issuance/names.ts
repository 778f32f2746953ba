import { CONVENTIONS, ICAO_LETTERS } from './transliteration.ts';

/**
 * A name in the letters of a machine-readable zone (ICAO Doc 9303-3, section 6): capitals A-Z and single spaces, marks and
 * apostrophes dropped, hyphens as spaces. Azerbaijani i/İ and ı/I both become I. Letters of other scripts stay.
 */
export function icaoName(name: string): string {
  return transliterate(name, {});
}

/**
 * Whether two names are one name differently written: alike after NFC and case folding (Turkic i/İ, ı/I among them) and
 * the transliteration of Doc 9303, under any one convention for each. Not transitive: "Müller" is both "Mueller" and
 * "Muller", which differ. A name without a letter is nobody's name.
 */
export function isSameName(a: string, b: string): boolean {
  const formsOfB = nameForms(b);
  return nameForms(a).some((form) => formsOfB.includes(form));
}

/** Every form under which documents may carry the name in A-Z, the form of `icaoName` first; empty for no letters. */
export function nameForms(name: string): string[] {
  return [...new Set(CONVENTIONS.map((convention) => transliterate(name, convention)))].filter((form) => form !== '');
}

function transliterate(name: string, convention: Readonly<Record<string, string>>): string {
  const capitals = name.normalize('NFC').toUpperCase().normalize('NFC');
  return Array.from(capitals, (letter) => latin(letter, convention))
    .join('')
    .replace(/ +/g, ' ')
    .trim();
}

function latin(letter: string, convention: Readonly<Record<string, string>>): string {
  const known = convention[letter] ?? ICAO_LETTERS[letter];
  if (known !== undefined) return known;
  if (/[\s\p{Pd}.,]/u.test(letter)) return ' ';
  if (/['’‘ʼʻ`´′\p{M}]/u.test(letter)) return '';
  const bare = letter.normalize('NFD').replace(/\p{M}/gu, '');
  if (bare === '' || bare === letter) return letter;
  return Array.from(bare, (part) => convention[part] ?? ICAO_LETTERS[part] ?? part).join('');
}

/** Whether a text can be a name: Latin (Azerbaijani too) or Cyrillic letters, spaces, hyphens, apostrophes and full stops. */
export function isName(typed: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}\s\p{Pd}'’‘ʼʻ`´.]+$/u.test(typed) && /\p{L}/u.test(typed);
}
