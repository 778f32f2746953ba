import { readDecisionDays } from '../../../cases/drafts/decisionDays.ts';
import { readAnnouncements } from '../../../cases/operator/announcements.ts';
import { recentStatistics } from '../recentStatistics.ts';
import type { OpenPage } from '../../page.ts';

/** The service in a page: what it is, who may apply, documents, fees, how long it takes, what silence means. */
export const about: OpenPage = {
  path: '/',
  who: 'anyone',
  words: 'public',
  get: async ({ needs, t, language }) => {
    const [days, { steps, until }, announced] = await Promise.all([
      readDecisionDays(needs.record),
      recentStatistics(needs.record),
      readAnnouncements(needs.record),
    ]);
    const whole = steps.find(({ step }) => step === 'whole');
    return {
      kind: 'view',
      view: 'public/about/view.njk',
      title: t('about.title'),
      data: {
        workingDays: days.workingDays,
        complaint: days.complaint[language],
        measured: whole?.median === undefined || whole.median === null ? null : { ...whole, until },
        announced: announced.map(({ from, until: end, text }) => ({ from, until: end, said: text[language] })),
      },
    };
  },
};
