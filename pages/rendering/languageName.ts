const NAMES: Readonly<Record<string, string>> = { az: 'Azərbaycanca', en: 'English', ru: 'Русский' };

/** A language by its own name, as the one who reads it finds it; undefined where the code is none of ours. */
export function languageName(code: string): string | undefined {
  return NAMES[code];
}
