import { findDraft } from '../../../cases/drafts/openDraft.ts';
import { withinLimit } from '../../../cases/record/limits.ts';
import type { OpenPage } from '../../page.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';

/** Coming back to a draft by its return code; a wrong code, an unknown one and one too old are one answer. */
export const comeBack: OpenPage = {
  path: '/apply/return',
  who: 'anyone',
  get: ({ t, to, form }) => ({
    kind: 'view',
    view: 'apply/return/view.njk',
    title: t('return.title'),
    back: to('/apply'),
    data: { form },
  }),
  post: async (visit) => {
    const { needs, t, to, form, request } = visit;
    const again = (text: string, status: number) =>
      ({
        kind: 'view',
        view: 'apply/return/view.njk',
        title: t('return.title'),
        back: to('/apply'),
        data: { form },
        errors: [{ field: 'code', text }],
        status,
      }) as const;
    if (!(await withinLimit(needs.record, 'code-tried', networkOf(request.ip)))) return again(t('return.tooMany'), 429);
    const draftId = await findDraft(needs.record, (form['code'] ?? '').slice(0, 100));
    if (draftId === null) return again(t('return.unknown'), 422);
    await visit.openDraft(draftId);
    return { kind: 'see', path: to('/apply/tasks') };
  },
};
