import { readDecisionDays } from '../../../cases/drafts/decisionDays.ts';
import { openDraft, readDraftDays } from '../../../cases/drafts/openDraft.ts';
import type { FormError, OpenPage, Reply, Visit } from '../../page.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';
import { calendarPicture } from '../../rendering/calendarPicture.ts';
import { sayWhen } from '../sayWhen.ts';

/** Before anybody files: the rule of silence, when he would know, how to complain; and the way into a draft. */
export const start: OpenPage = {
  path: '/apply',
  who: 'anyone',
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, t, to, request } = visit;
    const opened = await openDraft(needs.record, needs.files, networkOf(request.ip));
    switch (opened.kind) {
      case 'no-space':
        return { ...(await show(visit, [{ field: '', text: t('start.noSpace') }])), status: 503 };
      case 'too-many':
        return { ...(await show(visit, [{ field: '', text: t('start.tooMany') }])), status: 429 };
      case 'opened':
        await visit.openDraft(opened.draftId);
        return { kind: 'see', path: to('/apply/code') };
    }
  },
};

async function show(visit: Visit, errors: readonly FormError[]): Promise<Reply & { kind: 'view' }> {
  const { t, language, needs, request } = visit;
  const [days, keptDays] = await Promise.all([readDecisionDays(needs.record), readDraftDays(needs.record)]);
  const told = sayWhen(days, t, language);
  return {
    kind: 'view',
    view: 'apply/start/view.njk',
    title: t('start.title'),
    errors,
    data: {
      days,
      complaint: days.complaint[language],
      ...told,
      picture:
        told.explained.length === 0
          ? ''
          : calendarPicture(told.explained, t('start.picture', { days: days.workingDays }), language),
      keptDays,
      hasDraft: request.session.draftId !== undefined,
    },
  };
}
