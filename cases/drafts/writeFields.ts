import { type Application, applicationSchema } from '../../law/signature-issuance/application.ts';
import type { CaseRecord } from '../record/record.ts';
import { readDraft, saveDraft } from './editDraft.ts';
import { putField } from './putField.ts';
import { fieldsOf, type StepName } from './steps.ts';

/** A field that was not written: not one of the step's under the choices made so far, or not of the right form. */
export type FieldFault = { field: string; reason: 'not-asked-for' | 'form' };

/**
 * Writes some fields of a step into a draft, by JSON pointer; null takes out what stood there. Only the form is judged
 * here, and where one field is faulty none is written; what is required is law's and told by `findingsOf`. Null: no draft.
 */
export async function writeFields(
  record: CaseRecord,
  draftId: string,
  step: StepName,
  values: Readonly<Record<string, unknown>>,
): Promise<{ kind: 'written' } | { kind: 'faulty'; faults: FieldFault[] } | null> {
  const draft = await readDraft(record, draftId);
  if (draft === null) return null;
  const asked = fieldsOf(step, draft.application).map(({ field }) => field);
  const foreign = Object.keys(values).filter((field) => !asked.includes(field));
  const put = putAll(draft.application, values);
  const faults: FieldFault[] = [
    ...foreign.map((field) => ({ field, reason: 'not-asked-for' as const })),
    ...('faults' in put ? put.faults : []),
  ];
  if (faults.length > 0) return { kind: 'faulty', faults };
  // These fields alone, on whatever somebody else has saved meanwhile.
  const saved = await saveDraft(record, draftId, (application) => {
    const again = putAll(application, values);
    return 'faults' in again ? application : again.application;
  });
  return saved ? { kind: 'written' } : null;
}

function putAll(
  application: Application,
  values: Readonly<Record<string, unknown>>,
): { application: Application } | { faults: FieldFault[] } {
  const changed = structuredClone(application) as Record<string, unknown>;
  for (const [field, value] of Object.entries(values)) putField(changed, field.slice(1).split('/'), value ?? undefined);
  const read = applicationSchema.safeParse(changed);
  if (read.success) return { application: read.data };
  const faulty = new Set(read.error.issues.map(({ path }) => `/${path.join('/')}`));
  return { faults: [...faulty].map((field) => ({ field, reason: 'form' })) };
}
