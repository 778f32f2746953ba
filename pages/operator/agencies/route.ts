import { readUnreachable } from '../../../cases/operator/readUnreachable.ts';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** Requests that have not reached their agency (R1598/2.7), agency by agency; delivery by hand is on the case's page. */
export const agencies: OfficialPage = {
  path: '/operator/agencies',
  who: ['operator'],
  get: async ({ needs, t, to, language }) => {
    const waiting = await readUnreachable(needs.record);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('agencies.title'),
      back: to('/operator'),
      data: {
        lead: t('agencies.what'),
        tables: AGENCIES.map((agency) => {
          const own = waiting.filter((one) => one.agency === agency);
          return {
            caption: `${t(`common.agency.${agency}`)}: ${own.length}`,
            heads: [t('common.caseNumber'), t('agencies.registered'), t('agencies.attempts'), t('agencies.next')],
            rows: own.map(({ caseNumber, registeredAt, attempts, nextAttemptAt }) => [
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
