import type { Language } from '../../law/languages.ts';

/** A name as it stands at the beginning of a heading: `kuryer 7` is `Kuryer 7`, and an Azerbaijani i is İ. */
export function beginning(name: string, language: Language): string {
  const [first = '', ...rest] = name;
  return first.toLocaleUpperCase(language) + rest.join('');
}
