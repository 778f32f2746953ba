import { createHash, randomUUID } from 'node:crypto';
import type { FileStore, TakeIn } from '../../adapters/ports.ts';
import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import type { Repeatable } from '../record/idempotency.ts';
import type { CaseRecord } from '../record/record.ts';
import { recordUpload } from '../signature-issuance/recordUpload.ts';
import { attachFile, type DraftFile } from './editDraft.ts';
import { whyNoFile } from './whyNoFile.ts';

type Judged = Awaited<ReturnType<TakeIn>>;
type Refusal = Extract<Judged, { kind: 'refused' }>;
type Taken = Exclude<Judged, Refusal>;

/** What became of a file for a draft: `no-draft` where the draft is no more. */
export type TakeFileOutcome =
  | { kind: 'attached'; file: Pick<DraftFile, 'id' | 'kind' | 'mediaType'>; taken: Omit<Taken, 'bytes'> }
  | Refusal
  | { kind: 'too-many' | 'no-space' | 'no-draft' | 'other-body' | 'in-flight' };

/**
 * Takes a file into a draft in place of the one of its kind (R1598/2.3): within the sender's limit and the disk's, judged
 * by its content, stored sealed.
 */
export async function takeFile(
  { record, files, takeIn }: { record: CaseRecord; files: FileStore; takeIn: TakeIn },
  { draftId, kind, bytes, address }: { draftId: string; kind: DocumentKind; bytes: Uint8Array; address: string },
  request: Omit<Repeatable, 'body'>,
): Promise<TakeFileOutcome> {
  const not = await whyNoFile(record, files, address);
  if (not !== null) return { kind: not };
  const taken = await takeIn(kind, bytes);
  if (taken.kind === 'refused') return taken;
  const { bytes: content, ...judged } = taken;
  const { mediaType, sha256, storedSha256 } = judged;
  const stored = await recordUpload(record, files, {
    ...{ id: randomUUID(), kind, mediaType, sha256, storedSha256, content },
    request: { ...request, body: `${kind} ${createHash('sha256').update(bytes).digest('hex')}` },
  });
  if (stored.kind !== 'stored') return stored;
  const { upload } = stored;
  if (!(await attachFile(record, files, draftId, upload))) return { kind: 'no-draft' };
  return { kind: 'attached', file: { id: upload.id, kind, mediaType }, taken: judged };
}
