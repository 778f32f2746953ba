import { canonicalText, readCanonical } from './canonical.ts';
import { type ChainHead, type EvidenceRow, faultOfRow, FIRST_PREVIOUS, type RowFault } from './chain.ts';
import { isHash, isRecord, isSequence } from './shapes.ts';

/** A row as a pack holds it: with its text, or the text withheld behind the row's own salted hash. */
export type PackRow = { seq: number; previous: string; hash: string } & ({ body: string } | { withheld: true });

/** What is wrong with a line, numbered from one: not a row at all, or as in a chain. */
export type LineFault = { row: number; fault: RowFault | 'unreadable' };

/** What the lines come to: `rows` with the text of those that are shown, or the first fault. */
export type JudgedRows =
  | { kind: 'whole'; rows: number; withheld: number; hashes: string[]; shown: unknown[] }
  | ({ kind: 'fault' } & LineFault);

/** The text of a pack's rows: one canonical JSON object a line, each line ended. */
export function writeRows(rows: readonly PackRow[]): string {
  return rows.map((row) => `${canonicalText(row)}\n`).join('');
}

/**
 * Judges the rows of a case's chain one by one: a shown row must be the text its hash is of; a withheld one must follow
 * the row before, and the row after must name its hash. So a withheld text can be neither replaced nor left out.
 */
export function judgeRows(text: string, chain: string): JudgedRows {
  const lines = text.split('\n');
  if (lines.pop() !== '') return { kind: 'fault', row: lines.length + 1, fault: 'unreadable' };
  let before: ChainHead | null = null;
  const hashes: string[] = [];
  const shown: unknown[] = [];
  for (const [i, line] of lines.entries()) {
    const row = readRow(line);
    if (row === null) return { kind: 'fault', row: i + 1, fault: 'unreadable' };
    const fault = 'body' in row ? faultOfRow(asStored(row, chain), before) : faultOfWithheld(row, before);
    if (fault !== null) return { kind: 'fault', row: i + 1, fault };
    if ('body' in row) shown.push(readCanonical(row.body)?.value);
    hashes.push(row.hash);
    before = { chain, seq: row.seq, hash: row.hash };
  }
  return { kind: 'whole', rows: lines.length, withheld: lines.length - shown.length, hashes, shown };
}

function faultOfWithheld(row: PackRow, before: ChainHead | null): RowFault | null {
  if (row.seq !== (before?.seq ?? 0) + 1) return 'out-of-order';
  return row.previous === (before?.hash ?? FIRST_PREVIOUS) ? null : 'wrong-previous';
}

/** The instant is the one its text names: a pack has no column beside it. */
function asStored({ seq, body, previous, hash }: PackRow & { body: string }, chain: string): EvidenceRow {
  const said = readCanonical(body)?.value;
  const at = isRecord(said) && typeof said.at === 'string' ? said.at : '';
  return { chain, seq, at, body, previous, hash };
}

function readRow(line: string): PackRow | null {
  const value = readCanonical(line)?.value;
  if (!isRecord(value)) return null;
  const { seq, previous, hash, body, withheld, ...more } = value;
  if (!isSequence(seq) || !isHash(previous) || !isHash(hash) || Object.keys(more).length > 0) return null;
  if (typeof body === 'string' && withheld === undefined) return { seq, previous, hash, body };
  return withheld === true && body === undefined ? { seq, previous, hash, withheld } : null;
}
