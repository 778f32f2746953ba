import { readDraft } from '../../../cases/drafts/editDraft.ts';
import { readDecisionDays } from '../../../cases/drafts/decisionDays.ts';
import { submitDraft } from '../../../cases/drafts/submitDraft.ts';
import { KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { describeRefusal } from '../../../law/signature-issuance/refusalWords.ts';
import type { DraftPage, DraftVisit, FormError, Reply } from '../../page.ts';
import { ownRows } from '../../rendering/applicationRows.ts';
import { sealFor } from '../../session/sealed.ts';
import { errorField } from '../inputs.ts';
import { findingsOf } from '../../../cases/drafts/findings.ts';
import { sayFinding } from '../sayFinding.ts';
import { sayWhen } from '../sayWhen.ts';
import { stepOfField, stepsOf } from '../../../cases/drafts/steps.ts';

/** Everything typed, each with the way back to it; what is missing, all at once (Q191/7.4); and the confirmation. */
export const check: DraftPage = {
  path: '/apply/check',
  who: 'draft',
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, draftId, language, t, to, request } = visit;
    const outcome = await submitDraft(needs.record, draftId, visit.once('apply/check', draftId));
    if (outcome === null) return { kind: 'see', path: to('/apply/return') };
    switch (outcome.kind) {
      case 'registered': {
        const { caseNumber, trackingCode, registeredAt } = outcome;
        request.session.registered = sealFor(needs.record, { caseNumber, trackingCode, registeredAt });
        return { kind: 'see', path: to('/apply/confirmation') };
      }
      case 'incomplete':
        return show(
          visit,
          outcome.items.map((item) => ({ field: `to-${stepOfField(item.field)}`, text: sayFinding(item, language) })),
        );
      case 'refused': {
        const words = `${describeRefusal(outcome.clause, language)} ${t('common.clause', { clause: outcome.clause })}`;
        return show(visit, [{ field: '', text: words }]);
      }
      case 'unknown-uploads':
        return show(visit, [{ field: 'to-files', text: t('check.filesGone') }]);
      case 'other-body':
      case 'in-flight':
        return show(visit, [
          { field: '', text: t(outcome.kind === 'in-flight' ? 'common.inFlight' : 'common.keyUsed') },
        ]);
    }
  },
};

async function show(visit: DraftVisit, given: readonly FormError[]): Promise<Reply> {
  const { needs, draftId, t, to, language } = visit;
  const draft = await readDraft(needs.record, draftId);
  if (draft === null) return { kind: 'see', path: to('/apply/return') };
  const lacking = findingsOf(draft).map((item) => ({ field: `to-${item.step}`, text: sayFinding(item, language) }));
  const rows = ownRows(draft.application, language);
  const sections = stepsOf(draft.application).map((step) => ({
    step,
    title: t(`steps.${step}`),
    href: to(`/apply/steps/${step}`),
    rows: rows
      .filter(({ field }) => stepOfField(field) === step)
      .map(({ field, label, value }) => ({
        key: { text: label },
        value: { text: value },
        actions: {
          items: [
            {
              href: to(`/apply/steps/${step}#${errorField(field)}`),
              text: t('common.change'),
              visuallyHiddenText: label,
            },
          ],
        },
      })),
  }));
  const days = await readDecisionDays(needs.record);
  return {
    kind: 'view',
    view: 'apply/check/view.njk',
    title: t('check.title'),
    back: to('/apply/tasks'),
    errors: given.length > 0 ? given : lacking,
    status: given.length > 0 ? 422 : 200,
    data: {
      sections,
      files: draft.files.map((file) => ({
        name: KIND_WORDS[file.kind][language],
        href: to(`/apply/files/${file.id}`),
      })),
      complete: lacking.length === 0,
      days,
      ...sayWhen(days, t, language),
    },
  };
}
