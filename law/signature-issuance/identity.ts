import type { Application } from './application.ts';
import { DOCUMENT_KINDS, type DocumentKind } from './documents.ts';

/** In what an original may differ from what was sent in, or what else speaks against it (R1598/2.13). */
export const MISMATCH_REASONS = [
  'original-not-presented',
  'another-document',
  'data-differ',
  'copy-altered',
  'document-not-valid',
  'another-person',
] as const;
export type MismatchReason = (typeof MISMATCH_REASONS)[number];

/** What the officer found of one item: its original seen or not, equal to the upload or not, and in what it differs. */
export type IdentityFinding = {
  item: DocumentKind;
  originalSeen: boolean;
  equal: boolean;
  reason?: MismatchReason | undefined;
};

/** What the items say together; `not-yet` where the check is not whole, with what each item lacks. */
export type IdentityVerdict =
  | { kind: 'match' }
  | { kind: 'mismatch'; items: { item: DocumentKind; reason: MismatchReason }[] }
  | { kind: 'not-yet'; items: { item: DocumentKind; reason: NotYet }[] };

type NotYet =
  | 'item-not-compared'
  | 'item-compared-twice'
  | 'item-not-in-the-case'
  | 'item-contradictory'
  | 'photograph-not-taken-in';

/**
 * The items to compare with their originals (R1598/2.12): the identity document and the photograph always, the power of
 * attorney where one was uploaded or somebody acts for the applicant.
 */
export function itemsToCompare(
  { filedBy }: Pick<Application, 'filedBy'>,
  uploaded: readonly DocumentKind[],
): DocumentKind[] {
  const represented = filedBy === 'representative';
  return DOCUMENT_KINDS.filter((kind) => kind !== 'power-of-attorney' || represented || uploaded.includes(kind));
}

/**
 * What the findings amount to (R1598/2.13, 2.14): a match only where the original of every item was seen and is equal and
 * the photograph was taken in; one difference is a mismatch, for which no photograph is needed.
 */
export function identityVerdict(
  items: readonly DocumentKind[],
  findings: readonly IdentityFinding[],
  { photographTakenIn }: { photographTakenIn: boolean },
): IdentityVerdict {
  const lacking = [
    ...items.flatMap((item) => missingOf(item, findings)),
    ...findings
      .filter(({ item }) => !items.includes(item))
      .map(({ item }) => ({ item, reason: 'item-not-in-the-case' }) as const),
    ...findings.filter(isContradictory).map(({ item }) => ({ item, reason: 'item-contradictory' }) as const),
  ];
  if (lacking.length > 0) return { kind: 'not-yet', items: lacking };
  const differing = findings.flatMap(({ item, reason }) => (reason === undefined ? [] : [{ item, reason }]));
  if (differing.length > 0) return { kind: 'mismatch', items: differing };
  if (!photographTakenIn)
    return { kind: 'not-yet', items: [{ item: 'photograph', reason: 'photograph-not-taken-in' }] };
  return { kind: 'match' };
}

function missingOf(item: DocumentKind, findings: readonly IdentityFinding[]): { item: DocumentKind; reason: NotYet }[] {
  const times = findings.filter((finding) => finding.item === item).length;
  if (times === 1) return [];
  return [{ item, reason: times === 0 ? 'item-not-compared' : 'item-compared-twice' }];
}

// A reason is given exactly where something differs; "not presented" exactly where no original was seen.
function isContradictory({ originalSeen, equal, reason }: IdentityFinding): boolean {
  if (equal) return !originalSeen || reason !== undefined;
  return reason === undefined || (reason === 'original-not-presented') === originalSeen;
}
