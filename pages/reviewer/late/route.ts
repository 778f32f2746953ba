import { noteRead } from '../../../cases/officials/noteRead.ts';
import { readLate } from '../../../cases/reviewer/readFile.ts';
import type { OfficialPage } from '../../page.ts';
import { reviewerOf } from '../reviewerOf.ts';

/** What came after the end of a term or after the decision, and that it has no effect (R1598/2.8). */
export const late: OfficialPage = {
  path: '/reviewer/late',
  who: ['reviewer'],
  get: async (visit) => {
    const { needs, official, t, to } = visit;
    const opinions = await readLate(needs.record, reviewerOf(visit).body);
    await noteRead(needs.record, official, 'read-late-opinions', {
      cases: opinions.map(({ caseNumber }) => caseNumber),
    });
    return {
      kind: 'view',
      view: 'reviewer/late/view.njk',
      title: t('late.title'),
      back: to('/reviewer'),
      data: { opinions },
    };
  },
};
