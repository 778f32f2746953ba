import { inTransaction } from '../record/database.ts';
import { earlierAnswer, type Repeatable } from '../record/idempotency.ts';
import type { CaseRecord } from '../record/record.ts';
import { submitApplication, type SubmitOutcome } from '../signature-issuance/submitApplication.ts';
import { readDraft } from './editDraft.ts';

/**
 * Registers a draft as an application (R1598/2.6): its return code becomes the tracking code. A repeat of the form gets
 * the first answer, also when the draft is no more; null where there is neither draft nor earlier answer.
 */
export async function submitDraft(
  record: CaseRecord,
  draftId: string,
  request: Repeatable,
): Promise<SubmitOutcome | null> {
  const draft = await readDraft(record, draftId);
  if (draft === null) {
    const earlier = await inTransaction(record.database.ordinary, (tx) =>
      earlierAnswer<SubmitOutcome>(tx, record, request),
    );
    if (earlier === null) return null;
    return earlier.kind === 'repeat' ? earlier.outcome : earlier;
  }
  return submitApplication(record, {
    application: draft.application,
    uploads: draft.files.map(({ id }) => id),
    request,
    draft: { id: draftId, returnCode: draft.returnCode },
  });
}
