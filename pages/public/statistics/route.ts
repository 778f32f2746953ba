import type { OpenPage, Visit } from '../../page.ts';
import { bars } from '../../rendering/bars.ts';
import { publishedStatistics } from '../../../cases/statistics/publishedStatistics.ts';
import type { Statistics } from '../../../cases/statistics/readStatistics.ts';

/** The public statistics: every chart is a table too, and both are to be had as JSON (`GET /api/v1/statistics`) and CSV (ADR 38). */
export const statistics: OpenPage = {
  path: '/statistics',
  who: 'anyone',
  words: 'public',
  get: async (visit) => {
    const { needs, t, to } = visit;
    const read = await publishedStatistics(needs.record);
    const figure = (n: number | null) => (n === null ? t('statistics.few') : String(n));
    const outcomes = read.outcomes.map(({ outcome, n }) => ({ name: t(`common.outcome.${outcome}`), n }));
    const silence = read.silence.map(({ agency, n, silence: share }) => ({
      name: t(`common.agency.${agency}`),
      n,
      share,
    }));
    return {
      kind: 'view',
      view: 'public/statistics/view.njk',
      title: t('footer.statistics'),
      back: to('/'),
      data: {
        until: read.until,
        decided:
          read.decided.bySilence === null
            ? t('statistics.decidedFew')
            : t('statistics.decided', { share: read.decided.bySilence, n: read.decided.n ?? 0 }),
        blocks: [
          {
            caption: t('statistics.outcomes'),
            picture: bars(
              outcomes.map(({ name, n }) => ({ name, value: n })),
              t('statistics.outcomes'),
            ),
            heads: [t('statistics.outcome'), t('statistics.cases')],
            rows: outcomes.map(({ name, n }) => [name, figure(n)]),
          },
          {
            caption: t('statistics.silence'),
            picture: bars(
              silence.map(({ name, share }) => ({ name, value: share })),
              t('statistics.silence'),
            ),
            heads: [t('statistics.agency'), t('statistics.terms'), t('statistics.share')],
            rows: silence.map(({ name, n, share }) => [name, figure(n), share === null ? '–' : `${share} %`]),
          },
          {
            caption: t('statistics.steps'),
            picture: bars(
              read.steps.map((step) => ({ name: sayStep(visit, step), value: step.median })),
              t('statistics.median'),
            ),
            heads: [t('statistics.step'), t('statistics.cases'), t('statistics.median'), t('statistics.p90')],
            rows: read.steps.map((step) => [sayStep(visit, step), figure(step.n), step.median ?? '–', step.p90 ?? '–']),
          },
        ],
      },
    };
  },
};

function sayStep({ t }: Visit, { step, holder }: Statistics['steps'][number]): string {
  return holder === null ? t(`step.${step}`) : `${t(`step.${step}`)}: ${t(`common.agency.${holder}`)}`;
}

/** The same as CSV (RFC 4180): one figure a line; an empty value says "too few to be published". */
export const statisticsCsv: OpenPage = {
  path: '/statistics.csv',
  who: 'anyone',
  words: 'public',
  get: async ({ needs }) => {
    const { until, outcomes, decided, silence, steps } = await publishedStatistics(needs.record);
    const lines = [
      ['figure', 'of', 'value', 'unit', 'until'],
      ...outcomes.map(({ outcome, n }) => ['outcome', outcome, n ?? '', 'cases', until]),
      ['decided', 'all', decided.n ?? '', 'cases', until],
      ['by-silence', 'all', decided.bySilence ?? '', 'percent', until],
      ...silence.flatMap(({ agency, n, silence: share }) => [
        ['terms', agency, n ?? '', 'terms', until],
        ['silence', agency, share ?? '', 'percent', until],
      ]),
      ...steps.flatMap(({ step, holder, n, median, p90 }) => {
        const of = holder === null ? step : `${step} ${holder}`;
        return [
          ['taken', of, n ?? '', 'cases', until],
          ['median', of, median ?? '', 'working days', until],
          ['p90', of, p90 ?? '', 'working days', until],
        ];
      }),
    ];
    const bytes = Buffer.from(lines.map((line) => `${line.join(',')}\r\n`).join(''));
    return { kind: 'file', type: 'text/csv; charset=utf-8', name: 'mohlet-statistics.csv', bytes, inline: true };
  },
};
