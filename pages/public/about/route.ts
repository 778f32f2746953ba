import { readServiceLimit } from '../../../cases/drafts/decisionDays.ts';
import { readAnnouncements } from '../../../cases/operator/announcements.ts';
import { publishedStatistics } from '../../../cases/statistics/publishedStatistics.ts';
import type { OpenPage } from '../../page.ts';

/** The service in a page: what it is, who may apply, documents, fees, how long it takes, what silence means. */
export const about: OpenPage = {
  path: '/',
  who: 'anyone',
  words: 'public',
  get: async ({ needs, t, language }) => {
    const [limit, { steps, until }, announced] = await Promise.all([
      readServiceLimit(needs.record),
      publishedStatistics(needs.record),
      readAnnouncements(needs.record),
    ]);
    const measured = (name: string) => {
      const step = steps.find((one) => one.step === name);
      if (step === undefined || step.median === null) return '';
      const { median, p90 } = step;
      return p90 === null ? t('about.measuredMedian', { median }) : t('about.measured', { median, p90 });
    };
    return {
      kind: 'view',
      view: 'public/about/view.njk',
      title: t('about.title'),
      data: {
        workingDays: limit.workingDays,
        complaint: limit.complaint[language],
        measured: { whole: measured('whole'), invitation: measured('R1598/2.11'), register: measured('R1598/5.4') },
        until,
        announced: announced.map(({ from, until: end, text }) => ({ from, until: end, said: text[language] })),
      },
    };
  },
};
