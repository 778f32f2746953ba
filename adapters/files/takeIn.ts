import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { DOCUMENT_RULES, documentProblem } from '../../law/signature-issuance/documents.ts';
import type { DocumentKind, FoundFile, ReasonCode } from '../../law/signature-issuance/documents.ts';
import type { TakeIn } from '../ports.ts';
import { holdsAnotherFile, isMarkedHarmful } from './foreignContent.ts';
import { withoutPictureData } from './pictureData.ts';
import { measurePicture, reencodePicture } from './readPicture.ts';
import { readPdf } from './readPdf.ts';

/**
 * A document taken in or refused; hashes are SHA-256 in lower-case hex, `sha256` of what came, `storedSha256` of `bytes`.
 * `measures` are a refused photograph's, so that its sender is told of all of them at once.
 */
export type TakenIn = Awaited<ReturnType<TakeIn>>;

/**
 * Judges an uploaded document by its content (R1598/2.3.1-2.3.3) and gives the bytes to keep: a picture encoded anew,
 * upright and without metadata, a PDF as it came but for what its pictures tell of place and camera. Whatever the bytes are it answers and throws nothing of theirs.
 */
export async function takeIn(kind: DocumentKind, bytes: Uint8Array): Promise<TakenIn> {
  // What is too large is not even looked at.
  const mediaType = bytes.length > DOCUMENT_RULES[kind].maxBytes ? null : await mediaTypeOf(bytes);
  const found: FoundFile = { mediaType, bytes: bytes.length };
  const problem = documentProblem(kind, found);
  if (problem !== null) return { kind: 'refused', ...problem };
  if (isMarkedHarmful(bytes)) return refused(kind, 'harmful');
  if (mediaType === 'image/jpeg' || mediaType === 'image/png') return takePicture(kind, bytes, mediaType);
  return takePdf(kind, bytes, found);
}

const OF_PHOTOGRAPH: ReadonlySet<ReasonCode> = new Set(['wrong-shape', 'too-small', 'not-in-colour']);

async function takePicture(
  kind: DocumentKind,
  sent: Uint8Array,
  mediaType: 'image/jpeg' | 'image/png',
): Promise<TakenIn> {
  const measures = await measurePicture(sent);
  if (measures === null) return refused(kind, 'unreadable');
  const before = documentProblem(kind, { mediaType, bytes: sent.length, ...measures });
  // Of a picture whose shape alone is wrong the colour is looked at too; one with too many pixels is never decoded.
  if (before !== null && !OF_PHOTOGRAPH.has(before.reason)) return { kind: 'refused', ...before };

  const picture = await reencodePicture(sent, mediaType, DOCUMENT_RULES[kind].maxPixels);
  if (picture === null) return before === null ? refused(kind, 'unreadable') : { kind: 'refused', ...before };
  const { bytes, width, height, colour } = picture;
  const after = documentProblem(kind, { mediaType, bytes: sent.length, width, height, colour });
  if (after !== null) return { kind: 'refused', ...after, measures: { width, height, colour } };
  // Pixels may be chosen so that, packed, they spell something that is not a picture.
  if (holdsAnotherFile(bytes) || isMarkedHarmful(bytes)) return refused(kind, 'harmful');
  return { kind: 'taken', bytes, mediaType, sha256: hashOf(sent), storedSha256: hashOf(bytes), width, height };
}

async function takePdf(kind: DocumentKind, bytes: Uint8Array, found: FoundFile): Promise<TakenIn> {
  const pdf = await readPdf(bytes);
  if (pdf.kind !== 'readable') return refused(kind, pdf.kind);
  const problem = documentProblem(kind, { ...found, pages: pdf.pages });
  if (problem !== null) return { kind: 'refused', ...problem };
  const silent = withoutPictureData(bytes);
  if (silent !== null && pdf.signed) return refused(kind, 'picture-data');
  const kept = silent ?? bytes;
  if (holdsAnotherFile(kept)) return refused(kind, 'harmful');
  return {
    kind: 'taken',
    bytes: kept,
    mediaType: 'application/pdf',
    sha256: hashOf(bytes),
    storedSha256: hashOf(kept),
  };
}

async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await fileTypeFromBuffer(bytes))?.mime ?? null;
  } catch {
    // A detector that stumbles over the bytes has not recognised them.
    return null;
  }
}

function refused(kind: DocumentKind, reason: ReasonCode): TakenIn {
  return { kind: 'refused', reason, clause: DOCUMENT_RULES[kind].clause };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
