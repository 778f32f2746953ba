import { DOCUMENT_KINDS, type DocumentKind } from './documents.ts';
import { FIELDS } from './fields.ts';

/** What a Centre may find wrong with an item (R1598/2.9), as a code; its own words come beside it. */
export const DEFICIENCY_REASONS = [
  'unreadable',
  'incomplete',
  'out-of-date',
  'contradicts-document',
  'not-of-the-applicant',
  'other',
] as const;

/**
 * What decides who the applicant is (ADR 7), for which certificate and where it goes: four agencies have answered for
 * that person, and the case is that certificate's. Another person or certificate is another application.
 */
const FIXED = [
  '/service',
  '/carrier',
  '/use',
  '/applicantKind',
  '/filedBy',
  '/mission',
  '/languageOfNotices',
  '/applicant/birthDate',
  '/applicant/citizenship',
  '/applicant/identityDocument/series',
  '/applicant/identityDocument/number',
  '/applicant/identityDocument/issuingCountry',
];

/** Whether an item is one of the documents of R1598/2.3.1-2.3.3. */
export function isDocument(item: string): item is DocumentKind {
  return DOCUMENT_KINDS.some((kind) => kind === item);
}

/** Whether a Centre may send an item back to the applicant (R1598/2.9): a document, or a field that may still change. */
export function isMendable(item: string): boolean {
  return isDocument(item) || (FIELDS.some(({ field }) => field === item) && !FIXED.includes(item));
}
