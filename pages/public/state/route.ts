import { readAnnouncements } from '../../../cases/operator/announcements.ts';
import { readOutageRegister } from '../../../cases/operator/readOutageRegister.ts';
import type { OpenPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

const SHOWN = 10;

/** How the system stands now, what is announced, and the last outages of the channels people and agencies use. */
export const state: OpenPage = {
  path: '/state',
  who: 'anyone',
  words: 'public',
  get: async ({ needs, t, to, language }) => {
    const [{ parts }, announced, { outages }] = await Promise.all([
      needs.health(),
      readAnnouncements(needs.record),
      readOutageRegister(needs.record),
    ]);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('footer.state'),
      back: to('/'),
      data: {
        lead: t(Object.values(parts).every((part) => part === 'up') ? 'state.allUp' : 'state.notAll'),
        tables: [
          {
            caption: t('state.parts'),
            heads: [t('state.part'), t('common.state')],
            rows: Object.entries(parts).map(([part, standing]) => [t(`part.${part}`), t(`state.${standing}`)]),
          },
          {
            caption: t('state.announcements'),
            heads: [t('common.from'), t('common.until'), t('common.what')],
            rows: announced.map(({ from, until, text }) => [
              instantInWords(from, language),
              instantInWords(until, language),
              text[language],
            ]),
          },
          {
            caption: t('state.outages'),
            heads: [t('state.part'), t('common.from'), t('common.until')],
            rows: outages
              .slice(0, SHOWN)
              .map(({ channel, from, until }) => [
                t(`part.${channel}`),
                instantInWords(from, language),
                until === null ? t('state.lasts') : instantInWords(until, language),
              ]),
          },
        ],
      },
    };
  },
};
