import type { OpenPage } from '../../page.ts';
import { fieldsOf } from '../fieldsOf.ts';
import { readArea } from '../readArea.ts';

/** The programming interface: its areas, how a caller says who he is, and what every refusal looks like. */
export const index: OpenPage = {
  path: '/api',
  who: 'anyone',
  get: ({ needs, t, to }) => {
    const { document } = needs;
    return {
      kind: 'view',
      view: 'api/index/view.njk',
      title: t('footer.api'),
      back: to('/'),
      data: {
        version: document.info.version,
        areas: (document.tags ?? []).map(({ name, description = '' }) => ({
          name,
          href: to(`/api/${name}`),
          about: description,
          operations: readArea(document, name).length,
        })),
        problem: fieldsOf(document.components?.schemas?.['Problem'], document),
      },
    };
  },
};
