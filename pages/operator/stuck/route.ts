import { readStuck } from '../../../cases/operator/readStuck.ts';
import type { OfficialPage } from '../../page.ts';
import { paged } from '../../paging.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayStuck } from '../sayStuck.ts';

/** The cases that do not go on by themselves, and why; to try again, open the case. */
export const stuck: OfficialPage = {
  path: '/operator/stuck',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to, language } = visit;
    const cases = await readStuck(needs.record);
    const { shown, pagination } = paged(visit, '/operator/stuck', cases);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('stuck.title'),
      back: to('/operator'),
      data: {
        lead: t('stuck.what'),
        pagination,
        tables: [
          {
            caption: t('stuck.list', { n: cases.length }),
            heads: [t('common.caseNumber'), t('stuck.why'), t('stuck.since'), t('agencies.attempts')],
            rows: shown.map((one) => [
              { text: one.caseNumber, href: to(`/operator/cases/${one.caseNumber}`) },
              sayStuck(visit, one),
              instantInWords(one.since, language),
              one.attempts ?? '–',
            ]),
          },
        ],
      },
    };
  },
};
