import { readUnreachable } from '../../../cases/operator/readUnreachable.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import type { OfficialPage } from '../../page.ts';
import { paged } from '../../paging.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** Requests that have not reached their agency (R1598/2.7), agency by agency; delivery by hand is on the case's page. */
export const agencies: OfficialPage = {
  path: '/operator/agencies',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to, language } = visit;
    const waiting = await readUnreachable(needs.record);
    const { shown, pagination } = paged(visit, '/operator/agencies', waiting);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('agencies.title'),
      back: to('/operator'),
      data: {
        lead: t('agencies.what'),
        pagination,
        tables: AGENCIES.map((agency) => {
          const own = waiting.filter((one) => one.agency === agency);
          return {
            caption: `${t(`common.agency.${agency}`)}: ${own.length}`,
            heads: [t('common.caseNumber'), t('agencies.registered'), t('agencies.attempts'), t('agencies.next')],
            rows: shown
              .filter((one) => one.agency === agency)
              .map(({ caseNumber, registeredAt, attempts, nextAttemptAt }) => [
                { text: caseNumber, href: to(`/operator/cases/${caseNumber}#delivered`) },
                instantInWords(registeredAt, language),
                attempts,
                instantInWords(nextAttemptAt, language),
              ]),
          };
        }),
      },
    };
  },
};
