import type { Page } from '../page.ts';

/** Until the public pages come. */
export const HOME_PAGES: readonly Page[] = [
  {
    path: '/',
    who: 'anyone',
    get: ({ t }) => ({ kind: 'view', view: 'home/view.njk', title: t('footer.how') }),
  },
];
