import { type ChainHead, type EvidenceRow, faultOfRow } from './chain.ts';
import { readSignedCheckpoint, type StoredCheckpoint } from './checkpointTrail.ts';
import type { EvidenceFault } from './evidenceFault.ts';
import { isHash, isInstant, isRecord, isSequence } from './shapes.ts';
import type { TrustedKeys } from './trust.ts';

/**
 * What a file of exported evidence proves: how many rows hold, of how many chains, and how many of them a signed
 * checkpoint in the file covers; `not-such-a-file` names the line.
 */
export type ExportProof =
  | { kind: 'holds'; rows: number; chains: number; covered: number }
  | { kind: 'fault'; fault: EvidenceFault }
  | { kind: 'not-such-a-file'; line: number };

/** A run of rows of one chain without a gap, from its first number to its last, with each row's hash. */
type Run = { chain: string; from: number; last: ChainHead; hashes: string[] };

/** The lines of an export: the rows in the order of time, and the checkpoints that cover the newest of each chain. */
export function writeExport(rows: readonly EvidenceRow[], checkpoints: readonly StoredCheckpoint[]): string {
  const told = rows.map(({ chain, seq, at, body, previous, hash }) => ({ chain, seq, at, body, previous, hash }));
  const signed = checkpoints.map(({ n, at, jws }) => ({ checkpoint: n, at, jws }));
  return [...told, ...signed].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/**
 * Checks a file of exported evidence offline: every row's hash is that of its text and it follows the row before it where
 * that is in the file; the checkpoints are signed by a trusted key and name the rows they cover. Rows that a search left
 * out are no fault: then what stands after the gap is held together only up to it.
 */
export async function proveExport(text: string, trust: TrustedKeys): Promise<ExportProof> {
  const runs = new Map<string, Run[]>();
  const checkpoints: StoredCheckpoint[] = [];
  let rows = 0;
  for (const [at, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const read = readLine(line);
    if (read === null) return { kind: 'not-such-a-file', line: at + 1 };
    if ('jws' in read) {
      checkpoints.push(read);
      continue;
    }
    const fault = addRow(runs, read);
    if (fault !== null) return { kind: 'fault', fault };
    rows += 1;
  }
  if (rows === 0) return { kind: 'not-such-a-file', line: 1 };
  const covered = new Map<Run, number>();
  for (const stored of checkpoints) {
    const signed = await readSignedCheckpoint(stored, trust);
    if (signed.kind === 'fault') return { kind: 'fault', fault: { ...signed, kind: 'checkpoint' } };
    for (const { chain, seq, hash } of signed.checkpoint.heads) {
      const run = runs.get(chain)?.find(({ from, last }) => from <= seq && seq <= last.seq);
      if (run === undefined) continue;
      if (run.hashes[seq - run.from] !== hash)
        return { kind: 'fault', fault: { kind: 'row-not-as-checkpointed', chain, seq, n: stored.n } };
      covered.set(run, Math.max(covered.get(run) ?? 0, seq - run.from + 1));
    }
  }
  const under = [...covered.values()].reduce((sum, n) => sum + n, 0);
  return { kind: 'holds', rows, chains: runs.size, covered: under };
}

/** Judges a row by the one before it, where the file has it, and puts it into its run. */
function addRow(runs: Map<string, Run[]>, row: EvidenceRow): EvidenceFault | null {
  const { chain, seq, hash, previous } = row;
  const own = runs.get(chain) ?? [];
  const before = own.at(-1);
  const isGap = before === undefined ? seq > 1 : seq > before.last.seq + 1;
  const judgedBy = isGap ? { chain, seq: seq - 1, hash: previous } : (before?.last ?? null);
  const fault = faultOfRow(row, judgedBy);
  if (fault !== null) return { kind: 'row', chain, seq, fault };
  const last = { chain, seq, hash };
  if (isGap || before === undefined) own.push({ chain, from: seq, last, hashes: [hash] });
  else {
    before.last = last;
    before.hashes.push(hash);
  }
  runs.set(chain, own);
  return null;
}

function readLine(line: string): EvidenceRow | StoredCheckpoint | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  const { chain, seq, at, body, previous, hash, checkpoint: n, jws } = value;
  if (!isInstant(at)) return null;
  if (isSequence(n) && typeof jws === 'string') return { n, at, jws };
  if (typeof chain !== 'string' || !isSequence(seq) || typeof body !== 'string') return null;
  return isHash(previous) && isHash(hash) ? { chain, seq, at, body, previous, hash } : null;
}
