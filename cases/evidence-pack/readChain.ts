import { type FileReader, type RowSaid, rowIsShown } from '../../law/signature-issuance/fileReaders.ts';
import { checkpointDigest } from '../../proof/checkpoint.ts';
import type { Member, PackManifest } from '../../proof/evidencePack.ts';
import { type PackRow, writeRows } from '../../proof/evidencePackRows.ts';
import type { Tx } from '../record/database.ts';

/** The chain of a case as a pack holds it. */
export type PackChain = Pick<PackManifest, 'chain' | 'checkpoint'> & { members: Member[] };

/** More than any case comes to; what is read stays within some tens of megabytes. */
const MOST_ROWS = 50_000;

type Row = { seq: number; body: string; previous: string; hash: string };
type Covering = { seq: number; n: number; jws: string };

/**
 * Reads a case's evidence, each row shown or withheld by `rowIsShown`, and the checkpoint that covers its newest covered
 * row. The checkpoint names other cases and the reads of officials, so only the auditor and the operator get its text;
 * the others its number and digest. Throws where a case has more rows than a case can have.
 */
export async function readChain(tx: Tx, caseNumber: string, capacity: FileReader): Promise<PackChain> {
  const chain = `case:${caseNumber}`;
  const stored = await tx.many<Row>(
    `SELECT seq, body, previous, hash FROM evidence WHERE chain = $1 ORDER BY seq LIMIT ${MOST_ROWS + 1}`,
    [chain],
  );
  if (stored.length > MOST_ROWS) throw new Error('a case of more rows than a pack holds');
  const rows = stored.map((row) => shownOrWithheld(row, capacity));
  const covering = await tx.maybe<Covering>(
    `SELECT h.checkpointed_seq AS seq, c.n, c.jws
       FROM chain_head h JOIN checkpoint c ON c.n = h.checkpointed_in WHERE h.chain = $1`,
    [chain],
  );
  const covered = covering === null ? undefined : rows[covering.seq - 1];
  const members: Member[] = [{ name: 'evidence.jsonl', bytes: Buffer.from(writeRows(rows), 'utf8') }];
  if (covering !== null && (capacity === 'auditor' || capacity === 'operator'))
    members.push({ name: `checkpoints/${covering.n}.jws`, bytes: Buffer.from(covering.jws, 'utf8') });
  return {
    members,
    chain: {
      rows: rows.length,
      withheld: rows.filter((row) => 'withheld' in row).length,
      hash: rows.at(-1)?.hash ?? '',
    },
    checkpoint:
      covering === null || covered === undefined
        ? null
        : { n: covering.n, digest: checkpointDigest(covering.jws), seq: covering.seq, hash: covered.hash },
  };
}

function shownOrWithheld({ seq, body, previous, hash }: Row, capacity: FileReader): PackRow {
  return rowIsShown(capacity, JSON.parse(body) as RowSaid)
    ? { seq, body, previous, hash }
    : { seq, previous, hash, withheld: true };
}
