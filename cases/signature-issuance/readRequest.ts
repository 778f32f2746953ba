import type { DocumentReference, OpinionRequest } from '../../adapters/ports.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';

type Sealed = { sealed_key: Buffer; sealed_form: Buffer };

/** Opens the sealed form of a case: the application as typed, and the salt of its hashes in the evidence. */
export function openForm(
  record: CaseRecord,
  { sealed_key, sealed_form }: Sealed,
): { application: Application; salt: string } {
  return JSON.parse(unseal(record.seal.openKey(sealed_key), sealed_form).toString()) as {
    application: Application;
    salt: string;
  };
}

type Row = Sealed & { message_id: string; documents: DocumentReference[] };

/** The application as it goes to one agency (R1598/2.7); null when there is no such case. */
export async function readRequest(
  record: CaseRecord,
  caseNumber: string,
  agency: Agency,
): Promise<OpinionRequest | null> {
  const row = await statements(record.database.ordinary).maybe<Row>(
    `SELECT c.sealed_key, c.sealed_form, r.message_id,
            coalesce((SELECT json_agg(json_build_object('id', u.id, 'kind', u.kind, 'mediaType', u.media_type,
                                                        'sha256', u.stored_sha256, 'bytes', u.bytes) ORDER BY u.kind)
                        FROM upload u WHERE u.case_number = c.number), '[]') AS documents
       FROM "case" c JOIN opinion_request r ON r.case_number = c.number AND r.agency = $2
      WHERE c.number = $1`,
    [caseNumber, agency],
  );
  if (row === null) return null;
  const { application } = openForm(record, row);
  return { agency, messageId: row.message_id, caseNumber, application, documents: row.documents };
}
