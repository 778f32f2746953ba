import { readProposals } from '../../../cases/calendar/readProposals.ts';
import type { OfficialPage } from '../../page.ts';
import { dayInWords, instantInWords } from '../../rendering/dates.ts';
import { sayDay } from '../sayDay.ts';

/** Every decision that was entered: by whom and when, confirmed or not; what waits for a second person stands first. */
export const list: OfficialPage = {
  path: '/calendar/editor',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to, language } = visit;
    const proposals = await readProposals(needs.record);
    return {
      kind: 'view',
      view: 'calendar/list/view.njk',
      title: t('list.title'),
      back: to('/operator'),
      data: {
        proposals: proposals.map((one) => ({
          ...one,
          href: to(`/calendar/editor/${one.id}`),
          days: one.days.map((day) => sayDay(visit, day)),
          published: dayInWords(one.published, language),
          proposedAt: instantInWords(one.proposedAt, language),
          decidedAt: one.decidedAt === null ? null : instantInWords(one.decidedAt, language),
        })),
      },
    };
  },
};
