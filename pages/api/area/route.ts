import type { OpenPage } from '../../page.ts';
import { readArea } from '../readArea.ts';

/** One area of the programming interface: what may be asked, by whom, what is sent and what comes back. */
export const area: OpenPage = {
  path: '/api/:area',
  who: 'anyone',
  get: ({ needs, params, t, to }) => {
    const { document } = needs;
    const name = params['area'] ?? '';
    const operations = readArea(document, name);
    if (operations.length === 0) return { kind: 'not-found' };
    return {
      kind: 'view',
      view: 'api/area/view.njk',
      title: t('area.title', { area: name }),
      back: to('/api'),
      data: {
        about: document.tags?.find((tag) => tag.name === name)?.description ?? '',
        operations: operations.map(({ who, ...operation }) => ({
          ...operation,
          who: who.map((one) =>
            t(one === 'anyone' || one === 'applicant' || one === 'draft' ? `who.${one}` : `role.${one}`),
          ),
        })),
      },
    };
  },
};
