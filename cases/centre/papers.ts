import type { FileStore } from '../../adapters/ports.ts';
import { statements, type Tx } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { seal, unseal } from '../record/seal.ts';

/** A contract as it lies in the file store, sealed under a key of its own; `sha256` (hex) is of the open bytes. */
export type StoredContract = { id: string; sha256: string; bytes: number; key: Buffer };

/** Puts a contract's bytes into the store, sealed; the note in the record follows in a deed (`notePaper`). */
export async function storeContract(
  record: CaseRecord,
  files: FileStore,
  contract: { id: string; sha256: string; content: Uint8Array },
): Promise<StoredContract> {
  const { id, sha256, content } = contract;
  const key = record.seal.newKey().plain;
  await files.put(id, seal(key, content));
  return { id, sha256, bytes: content.length, key };
}

/** Notes a stored contract in the record, its key sealed under the case's; inside the deed that takes it. */
export async function notePaper(
  tx: Tx,
  now: string,
  record: CaseRecord,
  { number, sealed_key }: CaseRow,
  { kind, id, sha256, bytes, key }: StoredContract & { kind: 'contract-draft' | 'contract-signed' },
): Promise<void> {
  await tx.run(
    `INSERT INTO paper (id, case_number, kind, media_type, sha256, bytes, made_at, sealed_key)
     VALUES ($1, $2, $3, 'application/pdf', $4, $5, $6, $7)`,
    [id, number, kind, sha256, bytes, now, seal(record.seal.openKey(sealed_key), key)],
  );
}

/** The bytes of a contract of a case by their SHA-256; null where the case or the store has none. */
export async function openContract(
  record: CaseRecord,
  files: FileStore,
  caseNumber: string,
  sha256: string,
): Promise<Buffer | null> {
  const row = await statements(record.database.ordinary).maybe<{ id: string; sealed_key: Buffer; case_key: Buffer }>(
    `SELECT p.id, p.sealed_key, c.sealed_key AS case_key
       FROM paper p JOIN "case" c ON c.number = p.case_number
      WHERE p.case_number = $1 AND p.sha256 = $2 LIMIT 1`,
    [caseNumber, sha256],
  );
  const stored = row === null ? null : await files.get(row.id);
  return row === null || stored === null
    ? null
    : unseal(unseal(record.seal.openKey(row.case_key), row.sealed_key), stored);
}
