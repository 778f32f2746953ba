import type { FileStore } from '../../adapters/ports.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import { inTransaction } from '../record/database.ts';
import { type Earlier, earlierAnswer, keepAnswer, type Repeatable } from '../record/idempotency.ts';
import type { CaseRecord } from '../record/record.ts';
import { seal, unseal } from '../record/seal.ts';

/** A file that was judged and made safe, as it comes in. */
export type UploadInput = {
  id: string;
  kind: DocumentKind;
  mediaType: string;
  sha256: string;
  storedSha256: string;
  content: Uint8Array;
  request: Repeatable;
};

/** What the sender is told of a stored file: its id is what an application names it by. */
export type Upload = { id: string; kind: DocumentKind; mediaType: string; bytes: number; sha256: string };

/** What became of an upload. */
export type UploadOutcome = { kind: 'stored'; upload: Upload } | Exclude<Earlier<never>, { kind: 'repeat' }>;

/**
 * Stores an upload (R1598/2.3.1-2.3.3) sealed under a key of its own, then notes it; it belongs to nobody until an
 * application names its id. The bytes go to the store before the note, so that a noted file is always there.
 */
export async function recordUpload(record: CaseRecord, files: FileStore, input: UploadInput): Promise<UploadOutcome> {
  const { id, kind, mediaType, sha256, storedSha256, content, request } = input;
  const key = record.seal.newKey();
  const upload: Upload = { id, kind, mediaType, bytes: content.length, sha256: storedSha256 };
  await files.put(id, seal(key.plain, content));
  const outcome = await inTransaction<UploadOutcome>(record.database.ordinary, async (tx) => {
    const earlier = await earlierAnswer<UploadOutcome>(tx, record, request);
    if (earlier !== null) return earlier.kind === 'repeat' ? earlier.outcome : earlier;
    await tx.run(
      `INSERT INTO upload (id, kind, media_type, sha256, stored_sha256, bytes, uploaded_at, sealed_key)
       VALUES ($1, $2, $3, $4, $5, $6, legal_now(), $7)`,
      [id, kind, mediaType, sha256, storedSha256, content.length, key.sealed],
    );
    const stored = { kind: 'stored', upload } as const;
    await keepAnswer(tx, record, request, stored);
    return stored;
  });
  if (outcome.kind !== 'stored' || outcome.upload.id !== id) await files.remove(id);
  return outcome;
}

type Row = { media_type: string; sealed_key: Buffer; case_key: Buffer };

/** The bytes of a document of a case, opened; null when the case has no such document. */
export async function openDocument(
  record: CaseRecord,
  files: FileStore,
  caseNumber: string,
  id: string,
): Promise<{ mediaType: string; bytes: Buffer } | null> {
  const row = await inTransaction(record.database.ordinary, (tx) =>
    tx.maybe<Row>(
      `SELECT u.media_type, u.sealed_key, c.sealed_key AS case_key
         FROM upload u JOIN "case" c ON c.number = u.case_number WHERE u.id = $1 AND c.number = $2`,
      [id, caseNumber],
    ),
  );
  const stored = row === null ? null : await files.get(id);
  if (row === null || stored === null) return null;
  const fileKey = unseal(record.seal.openKey(row.case_key), row.sealed_key);
  return { mediaType: row.media_type, bytes: unseal(fileKey, stored) };
}
