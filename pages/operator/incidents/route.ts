import { openIncidents } from '../../../cases/findCases.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayHolder } from '../sayHolder.ts';

/** Every open incident, the oldest first; what can be done about one is on its case's page. */
export const incidents: OfficialPage = {
  path: '/operator/incidents',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to, language } = visit;
    const open = await openIncidents(needs.record);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('incidents.title'),
      back: to('/operator'),
      data: {
        lead: t('incidents.what'),
        tables: [
          {
            caption: t('incidents.open', { n: open.length }),
            heads: [t('common.when'), t('common.caseNumber'), t('common.what'), t('incidents.about')],
            rows: open.map(({ caseNumber, kind, holder, openedAt }) => [
              instantInWords(openedAt, language),
              caseNumber === null ? '–' : { text: caseNumber, href: to(`/operator/cases/${caseNumber}`) },
              t(`incident.${kind}`),
              kind === 'record-differs' || kind === 'notice-undelivered' ? '' : sayHolder(visit, holder),
            ]),
          },
        ],
      },
    };
  },
};
