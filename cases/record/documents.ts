import type { Signer } from '../../adapters/ports.ts';
import { statements } from './database.ts';
import type { CaseRecord } from './record.ts';

/**
 * Signs the documents of a case that are not signed yet, over the exact bytes the deed stored (RFC 7515); returns how
 * many. It stands outside the deed, for a deed uses no signing key; asking again signs nothing twice.
 */
export async function signDocuments(record: CaseRecord, caseNumber: string, signer: Signer): Promise<number> {
  const tx = statements(record.database.ordinary);
  const unsigned = await tx.many<{ id: string; kind: string; body: string }>(
    `SELECT id, kind, body FROM document WHERE case_number = $1 AND jws IS NULL`,
    [caseNumber],
  );
  for (const { id, kind, body } of unsigned) {
    const jws = await signer.sign(Buffer.from(body, 'utf8'), `mohlet-${kind}+jws`);
    await tx.run(`UPDATE document SET jws = $2, signed_at = machine_now() WHERE id = $1 AND jws IS NULL`, [id, jws]);
  }
  return unsigned.length;
}
