import type { OfficialPage } from '../../page.ts';

/** The keyboard shortcuts, which work only with JavaScript and only once they are switched on (WCAG 2.1.4). */
export const shortcuts: OfficialPage = {
  path: '/reviewer/shortcuts',
  who: ['reviewer'],
  get: ({ t, to }) => ({
    kind: 'view',
    view: 'reviewer/shortcuts/view.njk',
    title: t('shortcuts.title'),
    back: to('/reviewer'),
    data: { scripts: ['shortcuts.js'] },
  }),
};
