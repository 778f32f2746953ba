/** The languages every text exists in; Azerbaijani first, and where nothing else is asked for. */
export const LANGUAGES = ['az', 'en', 'ru'] as const;

export type Language = (typeof LANGUAGES)[number];
