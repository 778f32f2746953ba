import type { StoredCheckpoint } from '../../proof/checkpointTrail.ts';
import { writeExport } from '../../proof/exportedRows.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { EXPORT_MOST, type EvidenceSearch, type FoundRow, searchEvidence } from './searchEvidence.ts';

/** A checkpoint has the heads of a minute: those of this many chains come with the rows. */
const MOST_CHAINS = 100;

/**
 * The rows of a search as lines of JSON, with the signed checkpoints that cover the newest of each chain, so that they
 * can be checked without this installation (`evidence:verify -- --rows`).
 */
export async function exportEvidence(
  record: CaseRecord,
  search: EvidenceSearch,
): Promise<{ text: string; rows: FoundRow[] }> {
  const rows = await searchEvidence(record, search, EXPORT_MOST);
  const chains = [...new Set(rows.map(({ chain }) => chain))].slice(0, MOST_CHAINS);
  const checkpoints = await statements(record.database.ordinary).many<StoredCheckpoint>(
    `SELECT n, at, jws FROM checkpoint
      WHERE n IN (SELECT checkpointed_in FROM chain_head WHERE chain = ANY ($1)) ORDER BY n`,
    [chains],
  );
  return { text: writeExport(rows, checkpoints), rows };
}
