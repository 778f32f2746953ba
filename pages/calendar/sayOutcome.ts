import type { RowFault } from '../../law/calendar/decisionFaults.ts';
import { sayDecisionFault } from '../../law/calendar/decisionFaultWords.ts';
import { EDITOR_REFUSAL_WORDS, type EditorRefusal } from '../../law/calendar/editor.ts';
import type { FormError, Visit } from '../page.ts';

/** An outcome of the editor that was no success, as the page's errors; `rows` are the numbers of the form's rows. */
export function sayOutcome(
  outcome:
    { kind: string } | { kind: 'refused'; reason: EditorRefusal } | { kind: 'faulty'; faults: readonly RowFault[] },
  { t, language }: Pick<Visit, 't' | 'language'>,
  rows: readonly number[] = [],
): FormError[] {
  if ('faults' in outcome) {
    const errors = outcome.faults.map(({ row, field, ...fault }) => ({
      field: field === 'published' || rows.length === 0 ? field : `${field}${rows[row] ?? ''}`,
      text: sayDecisionFault(fault, language),
    }));
    // The day of publication is one field, although every row is judged by it.
    return errors.filter(
      (error, at) => errors.findIndex(({ field, text }) => field === error.field && text === error.text) === at,
    );
  }
  if ('reason' in outcome) return [{ field: '', text: EDITOR_REFUSAL_WORDS[outcome.reason][language] }];
  if (outcome.kind === 'in-flight') return [{ field: '', text: t('common.inFlight') }];
  if (outcome.kind === 'other-body') return [{ field: '', text: t('common.keyUsed') }];
  throw new Error(`no words for the outcome ${outcome.kind}`);
}
