import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';

/** What evidence is looked for: all that is given must fit. Days are Baku days, both included. */
export type EvidenceSearch = {
  /** A chain's name, or its beginning (`case:QR-2026-000001`, `read:`, `accounts`). */
  chain: string;
  /** What was done, as the evidence names it (`opinion-received`, `account-suspended`). */
  what: string;
  /** Who did it: the id of an official. */
  actor: string;
  from: string;
  until: string;
};

/** A row of evidence as found; `at` is ISO (legal time). */
export type FoundRow = { chain: string; seq: number; at: string; body: string; previous: string; hash: string };

/** The row after which a page of a search goes on. */
export type After = Pick<FoundRow, 'at' | 'chain' | 'seq'>;

/** How many rows one page of a search shows, and one export holds. */
export const SEARCH_MOST = 100;
export const EXPORT_MOST = 50_000;

const FOUND = `
  SELECT chain, seq, at, body, previous, hash FROM evidence
   WHERE starts_with(chain, $1) AND ($2 = '' OR member_of(body, 'what') = $2)
     AND ($3 = '' OR member_of(body, 'by', 'id') = $3)
     AND at >= $4::date::timestamp AT TIME ZONE 'Asia/Baku' AND at < ($5::date + 1)::timestamp AT TIME ZONE 'Asia/Baku'
     AND ($7::timestamptz IS NULL OR (at, chain, seq) > ($7, $8::text, $9::integer))
   ORDER BY at, chain, seq LIMIT $6`;

/** The rows of evidence that fit, in the order of time, at most `most`, from the one `after` on. */
export async function searchEvidence(
  record: CaseRecord,
  { chain, what, actor, from, until }: EvidenceSearch,
  most: number,
  after: After | null = null,
): Promise<FoundRow[]> {
  const next = [after?.at ?? null, after?.chain ?? null, after?.seq ?? null];
  return statements(record.database.ordinary).many<FoundRow>(FOUND, [chain, what, actor, from, until, most, ...next]);
}
