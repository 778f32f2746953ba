import type { ClauseId } from '../clauses.ts';
import { ACCEPTED_WORDS, KIND_WORDS, REASON_WORDS } from './documentWords.ts';

/** The documents that go with an application: R1598/2.3.1, 2.3.2 and 2.3.3 in this order. */
export const DOCUMENT_KINDS = ['identity-document', 'photograph', 'power-of-attorney'] as const;

/** A document that goes with an application (R1598/2.3.1-2.3.3). */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Why a document was refused. `locked`, `active-content`, `harmful`, `picture-data` and `unreadable` are seen only by who opens the file. */
export type ReasonCode =
  | 'empty'
  | 'too-large'
  | 'wrong-type'
  | 'unreadable'
  | 'too-many-pixels'
  | 'no-pages'
  | 'too-many-pages'
  | 'locked'
  | 'active-content'
  | 'harmful'
  | 'picture-data'
  | 'too-small'
  | 'wrong-shape'
  | 'not-in-colour';

/** A language in which people are written to. */
export type Language = 'az' | 'en' | 'ru';

/** What was found by looking into a file: `width` and `height` in pixels as the picture is seen, `pages` of a PDF. */
export type FoundFile = {
  mediaType: string | null;
  bytes: number;
  width?: number;
  height?: number;
  colour?: boolean;
  pages?: number;
};

/** What one kind of document must be; sizes in bytes, pixels in number. */
export type DocumentRule = {
  clause: ClauseId;
  mediaTypes: readonly string[];
  maxBytes: number;
  maxPixels: number;
  maxPages: number;
};

const SCAN = { mediaTypes: ['image/jpeg', 'image/png', 'application/pdf'], maxBytes: 10_000_000, maxPages: 50 };

// 40 million pixels hold an A4 page scanned at 600 dpi (35 million).
const MAX_PIXELS = 40_000_000;

/** What each document must be. The decree names the documents; the limits of size are ours, so that no file harms. */
export const DOCUMENT_RULES: Record<DocumentKind, DocumentRule> = {
  'identity-document': { ...SCAN, clause: 'R1598/2.3.1', maxPixels: MAX_PIXELS },
  photograph: {
    clause: 'R1598/2.3.2',
    mediaTypes: ['image/jpeg', 'image/png'],
    maxBytes: 5_000_000,
    maxPixels: MAX_PIXELS,
    maxPages: 0,
  },
  'power-of-attorney': { ...SCAN, clause: 'R1598/2.3.3', maxPixels: MAX_PIXELS },
};

/** The photograph of R1598/2.3.2: 35 x 45 mm at 300 dpi; the tolerance is a share of the ratio, for cutting and scanning. */
export const PHOTOGRAPH = { ratio: 35 / 45, tolerance: 0.02, minWidth: 413, minHeight: 531 } as const;

/**
 * Judges what was found in a file against R1598/2.3.1-2.3.3 and returns the first problem, or null. What was not
 * measured is not judged, so a caller may ask before it decodes and again after.
 */
export function documentProblem(kind: DocumentKind, found: FoundFile): { reason: ReasonCode; clause: ClauseId } | null {
  const reason =
    problemOfAny(DOCUMENT_RULES[kind], found) ?? (kind === 'photograph' ? problemOfPhotograph(found) : null);
  return reason === null ? null : { reason, clause: DOCUMENT_RULES[kind].clause };
}

function problemOfAny(rule: DocumentRule, found: FoundFile): ReasonCode | null {
  if (found.bytes === 0) return 'empty';
  if (found.bytes > rule.maxBytes) return 'too-large';
  if (found.mediaType === null || !rule.mediaTypes.includes(found.mediaType)) return 'wrong-type';
  if ((found.width ?? 0) * (found.height ?? 0) > rule.maxPixels) return 'too-many-pixels';
  if (found.mediaType !== 'application/pdf' || found.pages === undefined) return null;
  if (found.pages === 0) return 'no-pages';
  return found.pages > rule.maxPages ? 'too-many-pages' : null;
}

function problemOfPhotograph({ width, height, colour }: FoundFile): ReasonCode | null {
  if (width !== undefined && height !== undefined) {
    const { ratio, size } = photographChecks({ width, height, colour: colour !== false });
    // The shape first: who turns a lying picture needs to hear that, not that it is too low.
    if (!ratio) return 'wrong-shape';
    if (!size) return 'too-small';
  }
  return colour === false ? 'not-in-colour' : null;
}

/** A picture's measures in pixels, and whether it is in colour. */
export type PictureFound = { width: number; height: number; colour: boolean };

/** What R1598/2.3.2 asks of a photograph, each judged by itself: pixels enough, sides of 35 x 45 mm, colour. */
export function photographChecks({ width, height, colour }: PictureFound) {
  return {
    size: width >= PHOTOGRAPH.minWidth && height >= PHOTOGRAPH.minHeight,
    ratio: Math.abs(width / height / PHOTOGRAPH.ratio - 1) <= PHOTOGRAPH.tolerance,
    colour,
  };
}

/** Says to a person which document was refused and why, and what would be accepted in its place. */
export function describeDocumentProblem(
  kind: DocumentKind,
  reason: ReasonCode,
  language: Language,
): { reason: string; accepted: string } {
  return {
    reason: `${KIND_WORDS[kind][language]}: ${REASON_WORDS[reason][language]}`,
    accepted: ACCEPTED_WORDS[kind][language],
  };
}
