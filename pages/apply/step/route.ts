import { readDraft, saveDraft } from '../../../cases/drafts/editDraft.ts';
import { bakuDay } from '../../../law/calendar/bakuTime.ts';
import { valueAt } from '../../rendering/applicationRows.ts';
import type { DraftPage, DraftVisit, FormError, Reply } from '../../page.ts';
import { errorField } from '../inputs.ts';
import { findingsOf } from '../../../cases/drafts/findings.ts';
import { sayFault } from '../sayFault.ts';
import { sayFinding } from '../sayFinding.ts';
import { readStep } from '../readStep.ts';
import { showFields } from '../showFields.ts';
import { fieldsOf, STEP_NAMES, type StepName, stepsOf } from '../../../cases/drafts/steps.ts';

/**
 * One step of the form. What was typed is kept as it is, also where law finds it contradictory: then the page says what
 * and how to mend it, and the reader may go on and come back.
 */
export const step: DraftPage = {
  path: '/apply/steps/:step',
  who: 'draft',
  get: async (visit) => {
    const name = nameOfStep(visit);
    return name === null ? { kind: 'not-found' } : show(visit, name, { form: visit.form });
  },
  post: async (visit) => {
    const { needs, draftId, form, t, to, language } = visit;
    const name = nameOfStep(visit);
    if (name === null) return { kind: 'not-found' };
    const draft = await readDraft(needs.record, draftId);
    if (draft === null) return { kind: 'see', path: to('/apply/return') };
    const before = fieldsOf(name, draft.application);
    const fields = before.map(({ field }) => field);
    const read = readStep(draft.application, fields, form);
    if (read.kind === 'faulty') {
      // What can be read is kept all the same: who leaves now loses the faulty fields alone.
      const good = fields.filter((field) => !read.faults.some((fault) => fault.field === field));
      await saveDraft(needs.record, draftId, (application) => {
        const again = readStep(application, good, form);
        return again.kind === 'read' ? again.application : application;
      });
      const errors = read.faults.map((fault) => sayFault(fault, t, language));
      return show(visit, name, { errors, form });
    }
    // Only this step's fields are put in, on whatever another window has saved meanwhile.
    await saveDraft(needs.record, draftId, (application) => {
      const again = readStep(application, fields, form);
      return again.kind === 'read' ? again.application : read.application;
    });
    const saved = { ...draft, application: read.application };
    // A choice may ask for more, or demand what was free to give before: the reader is told before he goes on.
    const grown = fieldsOf(name, saved.application).some(({ field, optional }) => {
      const asked = before.find((one) => one.field === field);
      return asked === undefined || (asked.optional && !optional && valueAt(saved.application, field) === undefined);
    });
    if (grown) return show(visit, name, { note: t('step.grown') });
    const wrong = findingsOf(saved).filter(
      ({ step: where, reason, field }) =>
        where === name && !/^(missing|patronymic-not-said|not-given)/.test(reason) && field !== '',
    );
    if (wrong.length > 0 && form['anyway'] !== 'true')
      return show(visit, name, {
        errors: wrong.map((item) => ({ field: errorField(item.field), text: sayFinding(item, language) })),
        form,
        mayKeep: true,
      });
    const steps = stepsOf(saved.application);
    const next = steps[steps.indexOf(name) + 1];
    if (form['then'] === 'tasks') return { kind: 'see', path: to('/apply/tasks') };
    return { kind: 'see', path: to(next === undefined ? '/apply/files' : `/apply/steps/${next}`) };
  },
};

function nameOfStep({ params }: DraftVisit): StepName | null {
  return STEP_NAMES.find((known) => known === params['step']) ?? null;
}

type Shown = {
  errors?: readonly FormError[];
  form?: Readonly<Record<string, string>>;
  note?: string;
  /** Whether what is wrong may be kept as typed: law's contradictions may, what is no day may not. */
  mayKeep?: boolean;
};

async function show(
  visit: DraftVisit,
  name: StepName,
  { errors = [], form = {}, note, mayKeep = false }: Shown,
): Promise<Reply> {
  const { needs, draftId, t, to, language } = visit;
  const draft = await readDraft(needs.record, draftId);
  if (draft === null) return { kind: 'see', path: to('/apply/return') };
  const { application } = draft;
  const about = { application, form, language, today: bakuDay(draft.now), t };
  return {
    kind: 'view',
    view: 'apply/step/view.njk',
    title: t(`steps.${name}`),
    back: to('/apply/tasks'),
    errors,
    data: { note, mayKeep, fields: showFields(fieldsOf(name, application), about) },
  };
}
