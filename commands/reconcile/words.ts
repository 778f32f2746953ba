/** What `npm run -s reconcile` says, in one language. */
export type ReconcileWords = {
  usage: string;
  unreachable: string;
  heads: readonly [kind: string, about: string, state: string];
  open: string;
  nothing: string;
  sum: (found: number, mended: number, gone: number) => string;
  woken: (cases: number) => string;
};

/** All its words; it speaks English unless asked otherwise. */
export const RECONCILE_WORDS: Record<'az' | 'en' | 'ru', ReconcileWords> = {
  az: {
    usage: 'İstifadə qaydası: npm run -s reconcile -- [--restored] [--language az|en|ru]',
    unreachable: 'Müqayisə aparıla bilmədi: verilənlər bazası və Temporal işləyirmi?',
    heads: ['fərq', 'nə barədə', 'vəziyyət'],
    open: 'açıq',
    nothing: 'Fərq tapılmadı.',
    sum: (found, mended, gone) => `Yeni tapıldı: ${found}, düzəldildi: ${mended}, artıq yoxdur: ${gone}.`,
    woken: (cases) => `Oyadılan işlər: ${cases}.`,
  },
  en: {
    usage: 'Usage: npm run -s reconcile -- [--restored] [--language az|en|ru]',
    unreachable: 'Nothing was compared: are the database and Temporal running?',
    heads: ['difference', 'about', 'state'],
    open: 'open',
    nothing: 'Nothing differs.',
    sum: (found, mended, gone) => `Newly found: ${found}, mended: ${mended}, no more: ${gone}.`,
    woken: (cases) => `Cases woken: ${cases}.`,
  },
  ru: {
    usage: 'Порядок вызова: npm run -s reconcile -- [--restored] [--language az|en|ru]',
    unreachable: 'Сверка не выполнена: работают ли база данных и Temporal?',
    heads: ['расхождение', 'о чём', 'состояние'],
    open: 'открыто',
    nothing: 'Расхождений нет.',
    sum: (found, mended, gone) => `Найдено новых: ${found}, исправлено: ${mended}, больше нет: ${gone}.`,
    woken: (cases) => `Разбужено дел: ${cases}.`,
  },
};
