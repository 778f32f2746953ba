import type { FileStore } from '../../adapters/ports.ts';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { openDocument } from '../signature-issuance/recordUpload.ts';

/** The bytes of a document that was sent by reference to this Centre (R1598/2.8-route); null where it was not. */
export async function openCentreDocument(
  record: CaseRecord,
  files: FileStore,
  { centre, caseNumber, id }: { centre: Centre; caseNumber: string; id: string },
): Promise<{ mediaType: string; bytes: Buffer } | null> {
  const sent = await statements(record.database.ordinary).maybe(
    `SELECT 1 FROM centre_request WHERE case_number = $1 AND centre = $2 LIMIT 1`,
    [caseNumber, centre],
  );
  return sent === null ? null : openDocument(record, files, caseNumber, id);
}
