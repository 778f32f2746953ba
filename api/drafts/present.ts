import type { Draft } from '../../cases/drafts/editDraft.ts';
import { findingsOf } from '../../cases/drafts/findings.ts';
import { fieldsOf, stepsOf } from '../../cases/drafts/steps.ts';
import type { Language } from '../../law/languages.ts';
import { describeItem } from '../../law/signature-issuance/completeness.ts';

/** A draft as whoever holds it is shown it: what was typed, its files, each step with its fields, and what is missing. */
export function presentDraft(draft: Draft, language: Language) {
  const { application, returnCode, files, startedAt, deleteAt } = draft;
  const missing = findingsOf(draft).map((item) => ({ ...item, ...describeItem(item, language) }));
  const lacks = (name: string) => missing.some(({ step }) => step === name);
  return {
    application,
    returnCode,
    files,
    startedAt,
    deleteAt,
    steps: [
      ...stepsOf(draft.application).map((step) => ({
        step,
        complete: !lacks(step),
        fields: fieldsOf(step, draft.application),
      })),
      { step: 'files', complete: !lacks('files'), fields: [] },
    ],
    missing,
  };
}
