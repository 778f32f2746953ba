import { readDraft } from '../../../cases/drafts/editDraft.ts';
import type { DraftPage } from '../../page.ts';

/** The return code, to be kept: it opens the draft again, and becomes the tracking code. */
export const code: DraftPage = {
  path: '/apply/code',
  who: 'draft',
  get: async ({ needs, draftId, t, to }) => {
    const draft = await readDraft(needs.record, draftId);
    if (draft === null) return { kind: 'see', path: to('/apply/return') };
    return { kind: 'view', view: 'apply/code/view.njk', title: t('code.title'), data: { draft } };
  },
};
