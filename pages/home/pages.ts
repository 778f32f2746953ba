import type { OpenPage } from '../page.ts';

/** Until the public pages come. */
export const HOME_PAGES: readonly OpenPage[] = [
  {
    path: '/',
    who: 'anyone',
    get: ({ t }) => ({ kind: 'view', view: 'home/view.njk', title: t('footer.how') }),
  },
];
