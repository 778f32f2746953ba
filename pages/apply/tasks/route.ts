import { readDraft } from '../../../cases/drafts/editDraft.ts';
import type { DraftPage } from '../../page.ts';
import { findingsOf } from '../../../cases/drafts/findings.ts';
import { stepsOf } from '../../../cases/drafts/steps.ts';

/** The list of what is asked, with what is complete and what is not yet. */
export const tasks: DraftPage = {
  path: '/apply/tasks',
  who: 'draft',
  get: async ({ needs, draftId, t, to }) => {
    const draft = await readDraft(needs.record, draftId);
    if (draft === null) return { kind: 'see', path: to('/apply/return') };
    const lacking = new Set(findingsOf(draft).map(({ step }) => step));
    const items = [...stepsOf(draft.application), 'files' as const].map((step) => ({
      title: { text: t(`steps.${step}`) },
      href: to(step === 'files' ? '/apply/files' : `/apply/steps/${step}`),
      status: lacking.has(step)
        ? { tag: { text: t('tasks.todo'), classes: 'govuk-tag--blue' } }
        : { text: t('tasks.done') },
    }));
    const open = items.filter(({ status }) => 'tag' in status).length;
    return { kind: 'view', view: 'apply/tasks/view.njk', title: t('tasks.title'), data: { items, open, draft } };
  },
};
