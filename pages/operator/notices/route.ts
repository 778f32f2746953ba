import { undeliveredNotices } from '../../../cases/notices/undelivered.ts';
import type { OfficialPage } from '../../page.ts';
import { paged } from '../../paging.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** Events of which no channel reached the person; telling by other means is on the case's page. */
export const notices: OfficialPage = {
  path: '/operator/notices',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to, language } = visit;
    const unheard = await undeliveredNotices(needs.record);
    const { shown, pagination } = paged(visit, '/operator/notices', unheard);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('notices.title'),
      back: to('/operator'),
      data: {
        lead: t('notices.what'),
        pagination,
        tables: [
          {
            caption: t('notices.list', { n: unheard.length }),
            heads: [t('notices.since'), t('common.caseNumber'), t('notices.kind'), t('notices.channels')],
            rows: shown.map(({ caseNumber, kind, openedAt, channels }) => [
              instantInWords(openedAt, language),
              { text: caseNumber, href: to(`/operator/cases/${caseNumber}#told`) },
              t(`notice.${kind}`),
              channels
                .map(
                  ({ channel, state, attempts }) =>
                    `${t(`channel.${channel}`)}: ${t(`delivery.${state}`)} (${attempts})`,
                )
                .join(', '),
            ]),
          },
        ],
      },
    };
  },
};
