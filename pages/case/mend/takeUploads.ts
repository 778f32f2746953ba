import { createHash, randomUUID } from 'node:crypto';
import type { OpenDeficiencies } from '../../../cases/centre/readDeficiencies.ts';
import { whyNoFile } from '../../../cases/drafts/whyNoFile.ts';
import { recordUpload } from '../../../cases/signature-issuance/recordUpload.ts';
import { isDocument } from '../../../law/signature-issuance/deficiencies.ts';
import type { DocumentKind } from '../../../law/signature-issuance/documents.ts';
import { networkOf } from '../../../cases/record/networkOf.ts';
import type { ApplicantVisit, FormError } from '../../page.ts';
import { sayIn } from '../../rendering/words.ts';
import { sayRefusedFile } from '../../rendering/sayFile.ts';

/** The files for one round of deficiencies that were taken in already, by the kind of document: ids of uploads. */
export type KeptUploads = { round: number; uploads: Readonly<Record<string, string>> };

/** What was taken in for this round so far; a file once accepted is not asked for again because another field is wrong. */
export function keptUploads({ request }: ApplicantVisit, round: number): KeptUploads {
  const kept = request.session.mending;
  return kept?.round === round ? kept : { round, uploads: {} };
}

/** Takes in the files sent for the documents named and keeps them for the next try; what is wrong with each, if anything. */
export async function takeUploads(
  visit: ApplicantVisit,
  { items, round }: OpenDeficiencies,
): Promise<{ uploads: string[]; errors: FormError[] }> {
  const uploads: Record<string, string> = { ...keptUploads(visit, round).uploads };
  const errors: FormError[] = [];
  for (const kind of items.map(({ item }) => item).filter(isDocument)) {
    const taken = await takeOne(visit, kind);
    if (typeof taken === 'string') uploads[kind] = taken;
    else if (taken !== null) errors.push(taken);
    else if (uploads[kind] === undefined) errors.push({ field: kind, text: visit.t('mend.noFile') });
  }
  visit.request.session.mending = { round, uploads };
  return { uploads: Object.values(uploads), errors };
}

const NOT_NOW = { 'too-many': 'files.tooMany', 'no-space': 'start.noSpace' } as const;

/** The id under which a sent file was stored; null where none was sent. */
async function takeOne(visit: ApplicantVisit, kind: DocumentKind): Promise<string | FormError | null> {
  const { needs, t } = visit;
  if (visit.tooLarge === kind) return { field: kind, text: sayRefusedFile(kind, { reason: 'too-large' }, visit) };
  const file = visit.files.find(({ field }) => field === kind);
  if (file === undefined) return null;
  const not = await whyNoFile(needs.record, needs.files, networkOf(visit.request.ip));
  if (not !== null) return { field: kind, text: sayIn('apply', visit.language)(NOT_NOW[not]) };
  const taken = await needs.takeIn(kind, file.bytes);
  if (taken.kind === 'refused') return { field: kind, text: sayRefusedFile(kind, taken, visit) };
  const { mediaType, sha256, storedSha256, bytes: content } = taken;
  const digest = createHash('sha256').update(file.bytes).digest('hex');
  const stored = await recordUpload(needs.record, needs.files, {
    ...{ id: randomUUID(), kind, mediaType, sha256, storedSha256, content },
    request: visit.once(`case/mend/${kind}`, digest),
  });
  if (stored.kind === 'stored') return stored.upload.id;
  return { field: kind, text: t(stored.kind === 'in-flight' ? 'common.inFlight' : 'common.keyUsed') };
}
