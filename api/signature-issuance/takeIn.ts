import type { ClauseId } from '../../law/clauses.ts';
import type { DocumentKind, ReasonCode } from '../../law/signature-issuance/documents.ts';

/** How an uploaded file is judged and made safe: the files adapter's `takeIn`, as the API is handed it. */
export type TakeIn = (
  kind: DocumentKind,
  bytes: Uint8Array,
) => Promise<
  | { kind: 'taken'; bytes: Uint8Array; mediaType: string; sha256: string; storedSha256: string }
  | { kind: 'refused'; reason: ReasonCode; clause: ClauseId }
>;
