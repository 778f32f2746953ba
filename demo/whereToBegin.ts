import type { Language } from './words/words.ts';

/** Who begins where: the official's name at a rehearsal's sign-in (null: nobody signs in), and his page. */
export type Beginning = { who: Readonly<Record<Language, string>>; as: string | null; path: string };

/** A line for each person, in the order in which a case meets them. */
export const BEGINNINGS: readonly Beginning[] = [
  { who: { az: 'hər kəs', en: 'anybody', ru: 'любой человек' }, as: null, path: '/' },
  { who: { az: 'müraciət edən', en: 'applicant', ru: 'заявитель' }, as: null, path: '/apply' },
  { who: { az: 'müraciət edən: işi', en: 'applicant: his case', ru: 'заявитель: его дело' }, as: null, path: '/case' },
  { who: { az: 'rəy verən', en: 'reviewer', ru: 'рецензент' }, as: 'internal-affairs-reviewer-1', path: '/reviewer' },
  { who: { az: 'Mərkəz', en: 'Centre', ru: 'центр' }, as: 'centre-e-imza-1', path: '/centre' },
  {
    who: { az: 'mobil operator', en: 'mobile operator', ru: 'мобильный оператор' },
    as: 'azercell-1',
    path: '/custody',
  },
  { who: { az: 'nazirlik', en: 'ministry', ru: 'министерство' }, as: 'foreign-affairs-1', path: '/copies' },
  { who: { az: 'kuryer', en: 'courier', ru: 'курьер' }, as: 'courier-7', path: '/custody' },
  { who: { az: 'nümayəndəlik', en: 'mission', ru: 'представительство' }, as: 'berlin-officer-1', path: '/mission' },
  {
    who: { az: 'portalın operatoru', en: 'portal operator', ru: 'оператор портала' },
    as: 'operator-1',
    path: '/operator',
  },
  {
    who: { az: 'təqvim redaktoru', en: 'calendar editor', ru: 'редактор календаря' },
    as: 'operator-2',
    path: '/calendar/editor',
  },
  { who: { az: 'auditor', en: 'auditor', ru: 'аудитор' }, as: 'auditor-1', path: '/auditor' },
  { who: { az: 'sənədi yoxlayan', en: 'who checks a document', ru: 'проверяющий документ' }, as: null, path: '/check' },
  { who: { az: 'iş günləri', en: 'working days', ru: 'рабочие дни' }, as: null, path: '/calendar' },
  { who: { az: 'statistika', en: 'statistics', ru: 'статистика' }, as: null, path: '/statistics' },
];

const WORDS = {
  title: {
    az: 'Səhifələrdə hər kəs haradan başlayır:',
    en: 'On the pages each person begins here:',
    ru: 'На страницах каждый начинает отсюда:',
  },
  signIn: {
    az: 'Sınaq rejimində giriş parol soruşmur: siyahıdan göstərilən adı seçin.',
    en: 'The sign-in of a rehearsal asks for no password: choose the name shown here from its list.',
    ru: 'При входе в учебной системе пароля нет: выберите указанное имя из списка.',
  },
} as const;

/** Where each person begins at this address, a line each, with the name to choose at the sign-in. */
export function whereToBegin(url: string, language: Language): string[] {
  const width = Math.max(...BEGINNINGS.map(({ who }) => who[language].length));
  const officials = BEGINNINGS.filter(({ as }) => as !== null);
  const addressWidth = Math.max(...officials.map(({ path }) => pageAt(url, language, path).length));
  return [
    WORDS.title[language],
    ...BEGINNINGS.map(({ who, as, path }) => {
      const address = pageAt(url, language, path);
      return `  ${who[language].padEnd(width)}  ${as === null ? address : `${address.padEnd(addressWidth)}  ${as}`}`;
    }),
    `  ${WORDS.signIn[language]}`,
  ];
}

/** A page's address in a language. */
export function pageAt(url: string, language: Language, path: string): string {
  return `${url}/${language}${path === '/' ? '' : path}`;
}
