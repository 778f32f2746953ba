import { readChecks } from '../../../cases/operator/readChecks.ts';
import { readDifferences } from '../../../cases/reconcile/readDifferences.ts';
import { DIFFERENCE_WORDS } from '../../../cases/reconcile/words.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** What the reconciler found between the record, Temporal, the custody rows and the providers, and what mended it. */
export const checks: OfficialPage = {
  path: '/operator/checks',
  who: ['operator'],
  get: async ({ needs, t, to, language }) => {
    const [found, { lastPass, sweep }] = await Promise.all([readDifferences(needs.record), readChecks(needs.record)]);
    const row = ({ foundAt, kind, about, mendedAt, how }: (typeof found)[number]) => [
      instantInWords(foundAt, language),
      DIFFERENCE_WORDS[kind][language],
      /^[A-Z]{2}-\d{4}-\d{6,12}$/.test(about) ? { text: about, href: to(`/operator/cases/${about}`) } : about,
      mendedAt === null ? t('checks.stands') : `${instantInWords(mendedAt, language)} (${t(`how.${how ?? 'gone'}`)})`,
    ];
    const heads = [t('common.when'), t('common.what'), t('incidents.about'), t('checks.mended')];
    const open = found.filter(({ mendedAt }) => mendedAt === null);
    const closed = found.filter(({ mendedAt }) => mendedAt !== null);
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('checks.title'),
      back: to('/operator'),
      data: {
        lead: t('checks.what'),
        tables: [
          {
            caption: t('checks.passes'),
            heads: [t('common.what'), t('checks.result')],
            rows: [
              [
                t('checks.reconciler'),
                lastPass === null
                  ? t('checks.never')
                  : t('checks.lastPass', { ...lastPass, when: instantInWords(lastPass.at, language) }),
              ],
              [
                t('checks.sweep'),
                sweep.oldest === null
                  ? t('checks.allClosed', { n: sweep.closed, seconds: sweep.latestSeconds ?? 0 })
                  : t('checks.stillOpen', { n: sweep.open, when: instantInWords(sweep.oldest, language) }),
              ],
            ],
          },
          { caption: t('checks.open', { n: open.length }), heads, rows: open.map(row) },
          { caption: t('checks.closed', { n: closed.length }), heads, rows: closed.map(row) },
        ],
      },
    };
  },
};
