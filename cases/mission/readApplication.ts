import type { DocumentReference } from '../../adapters/ports.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import { type WhoCame, whoMustCome } from '../../law/signature-issuance/whoMustCome.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { openForm } from '../signature-issuance/readRequest.ts';

/** What the officer at the counter compares with (R1598/2.12): the form, the files sent in, and who must come. */
export type ApplicationView = { application: Application; documents: DocumentReference[]; mustCome: WhoCame };

/** Reads the application of a case for its mission's officer; null when there is no such case of a person. */
export async function readApplication(record: CaseRecord, caseNumber: string): Promise<ApplicationView | null> {
  const tx = statements(record.database.ordinary);
  const row = await tx.maybe<{ sealed_key: Buffer; sealed_form: Buffer | null; documents: DocumentReference[] }>(
    `SELECT c.sealed_key, c.sealed_form,
            coalesce((SELECT json_agg(json_build_object('id', u.id, 'kind', u.kind, 'mediaType', u.media_type,
                                                        'sha256', u.stored_sha256, 'bytes', u.bytes) ORDER BY u.kind)
                        FROM upload u WHERE u.case_number = c.number AND u.replaced_at IS NULL), '[]') AS documents
       FROM "case" c WHERE c.number = $1`,
    [caseNumber],
  );
  if (row === null || row.sealed_form === null) return null;
  const { application } = openForm(record, { sealed_key: row.sealed_key, sealed_form: row.sealed_form });
  return { application, documents: row.documents, mustCome: whoMustCome(application) };
}
