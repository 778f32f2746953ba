import { readOutageRegister } from '../../../cases/operator/readOutageRegister.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** The register of outages (D3) and how each channel stands now. */
export const outages: OfficialPage = {
  path: '/operator/outages',
  who: ['operator'],
  get: async ({ needs, t, to, language }) => {
    const { outages: past, channels } = await readOutageRegister(needs.record);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('outages.title'),
      back: to('/operator'),
      data: {
        lead: t('outages.what'),
        tables: [
          {
            caption: t('outages.now'),
            heads: [t('outages.channel'), t('common.state'), t('outages.heard')],
            rows: channels.map(({ channel, isUp, lastHeard }) => [
              t(`outages.channel.${channel}`),
              t(isUp ? 'outages.up' : 'outages.down'),
              instantInWords(lastHeard, language),
            ]),
          },
          {
            caption: t('outages.register', { n: past.length }),
            heads: [t('outages.channel'), t('common.from'), t('common.until')],
            rows: past.map(({ channel, from, until }) => [
              t(`outages.channel.${channel}`),
              instantInWords(from, language),
              until === null ? t('outages.lasts') : instantInWords(until, language),
            ]),
          },
        ],
      },
    };
  },
};
