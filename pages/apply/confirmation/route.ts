import { type DaysOfCase, readDaysOfCase } from '../../../cases/drafts/daysOfCase.ts';
import type { OpenPage, Visit } from '../../page.ts';
import { explainDays } from '../../rendering/explainDays.ts';
import { sayLatest, sayNotPublished } from '../sayWhen.ts';
import { openSealed } from '../../session/sealed.ts';

type Registered = { caseNumber: string; trackingCode: string; registeredAt: string };

/** What was registered from this browser: the number, the code, and what happens next, as the case has it. */
export const confirmation: OpenPage = {
  path: '/apply/confirmation',
  who: 'anyone',
  get: async (visit) => {
    const { request, needs, t, to } = visit;
    const { registered: sealed } = request.session;
    if (sealed === undefined) return { kind: 'see', path: to('/apply') };
    const registered = openSealed<Registered>(needs.record, sealed);
    visit.closeDraft();
    const days = await readDaysOfCase(needs.record, registered.caseNumber);
    return {
      kind: 'view',
      view: 'apply/confirmation/view.njk',
      title: t('confirmation.title'),
      data: { registered, days, ...say(days, visit) },
    };
  },
};

function say(days: DaysOfCase, { t, language }: Visit) {
  switch (days.kind) {
    case 'past':
      return {};
    case 'not-published':
      return { latest: sayNotPublished(days.year, t, language), explained: [] };
    case 'recorded':
    case 'told-today': {
      const end = sayLatest(days, t, language);
      const latest = t(days.kind === 'recorded' ? 'confirmation.recorded' : 'check.latest', { end });
      return { latest, explained: explainDays(days.days, language) };
    }
  }
}
