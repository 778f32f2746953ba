import type { FileStore } from '../../adapters/ports.ts';
import { certificatesOfPdf } from '../../proof/pdfCertificates.ts';
import { openContract } from '../centre/papers.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/**
 * The certificates by which the Centre signed the contract of a case (R1598/2.9), as PEM, read from the contract itself;
 * null where there is none yet, or its bytes are gone with their key.
 */
export async function readCentreChain(
  record: CaseRecord,
  files: FileStore,
  caseNumber: string,
): Promise<string | null> {
  const signed = await statements(record.database.ordinary).maybe<{ sha256: string; draftBytes: number }>(
    `SELECT p.sha256, r.contract_bytes AS "draftBytes"
       FROM paper p JOIN centre_request r ON r.case_number = p.case_number AND r.answer = 'issue'
      WHERE p.case_number = $1 AND p.kind = 'contract-signed' AND r.contract_bytes IS NOT NULL
      ORDER BY p.made_at DESC, r.round DESC LIMIT 1`,
    [caseNumber],
  );
  const bytes = signed === null ? null : await openContract(record, files, caseNumber, signed.sha256);
  return signed === null || bytes === null ? null : certificatesOfPdf(bytes, signed.draftBytes);
}
