import { openIncidents } from '../../../cases/findCases.ts';
import type { OfficialPage } from '../../page.ts';
import { paged } from '../../paging.ts';
import { sayIncident } from '../sayIncident.ts';

/** Every open incident, the oldest first: what it is, since when, what is to be done, and the way to where it is done. */
export const incidents: OfficialPage = {
  path: '/operator/incidents',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to } = visit;
    const open = await openIncidents(needs.record);
    const { shown, pagination } = paged(visit, '/operator/incidents', open);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('incidents.title'),
      back: to('/operator'),
      data: {
        lead: t('incidents.what'),
        pagination,
        tables: [
          {
            caption: t('incidents.open', { n: open.length }),
            heads: [
              ...[t('incidents.since'), t('common.caseNumber'), t('common.what')],
              ...[t('incidents.about'), t('incidents.todo')],
            ],
            rows: shown.map((incident) => {
              const { caseNumber } = incident;
              const { since, what, about, todo, href } = sayIncident(visit, incident);
              const number =
                caseNumber === null ? '–' : { text: caseNumber, href: to(`/operator/cases/${caseNumber}`) };
              return [since, number, what, about, { text: todo, href }];
            }),
          },
        ],
      },
    };
  },
};
