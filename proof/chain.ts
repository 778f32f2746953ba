import { createHash } from 'node:crypto';
import { readCanonical } from './canonical.ts';

/** What stands as `previous` in the first row of every chain: 64 zeros. */
export const FIRST_PREVIOUS = '0'.repeat(64);

/** A row of evidence as stored; `at` is an ISO instant (ms, Z), `previous` and `hash` are sha256 in hex. */
export type EvidenceRow = { chain: string; seq: number; at: string; body: string; previous: string; hash: string };

/** The last row of a chain. */
export type ChainHead = { chain: string; seq: number; hash: string };

/**
 * What is wrong with a row: its number does not follow, it does not name the row before it, its hash is not that of its
 * text, its text is not canonical, or its text speaks of another chain, number or instant than its columns.
 */
export type RowFault = 'out-of-order' | 'wrong-previous' | 'wrong-hash' | 'not-canonical' | 'not-its-own-text';

/** The hash of a row: sha256 (hex) over the UTF-8 bytes of the hash before it, a line feed, and its canonical text. */
export function rowHash(previous: string, body: string): string {
  return createHash('sha256').update(`${previous}\n${body}`, 'utf8').digest('hex');
}

/** Judges a row by the row before it in the same chain (null for the first); null where nothing is wrong with it. */
export function faultOfRow(row: EvidenceRow, before: ChainHead | null): RowFault | null {
  if (row.seq !== (before?.seq ?? 0) + 1) return 'out-of-order';
  if (row.previous !== (before?.hash ?? FIRST_PREVIOUS)) return 'wrong-previous';
  if (row.hash !== rowHash(row.previous, row.body)) return 'wrong-hash';
  const read = readCanonical(row.body);
  if (read === null) return 'not-canonical';
  const said = read.value as Partial<EvidenceRow> | null;
  return said?.chain === row.chain && said.seq === row.seq && said.at === row.at ? null : 'not-its-own-text';
}
