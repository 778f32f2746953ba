import type { FileStore } from '../../adapters/ports.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { openContract } from './papers.ts';

/**
 * The contract as the Centre signed it (R1598/2.9), PDF bytes: what the mission gives the non-resident to sign (2.14).
 * Null while the Centre has not decided, and where its bytes are gone with their key.
 */
export async function openSignedContract(
  record: CaseRecord,
  files: FileStore,
  caseNumber: string,
): Promise<Buffer | null> {
  const signed = await statements(record.database.ordinary).maybe<{ sha256: string }>(
    `SELECT sha256 FROM paper WHERE case_number = $1 AND kind = 'contract-signed' ORDER BY made_at DESC LIMIT 1`,
    [caseNumber],
  );
  return signed === null ? null : openContract(record, files, caseNumber, signed.sha256);
}
