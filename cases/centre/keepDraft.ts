import { createHash, randomUUID } from 'node:crypto';
import type { FileStore } from '../../adapters/ports.ts';
import { saltedHash } from '../../proof/saltedHash.ts';
import { inCase, NOTHING_DONE } from '../record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../record/record.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { notePaper, storeContract } from './papers.ts';

/**
 * Keeps the draft contract of a round before it is sent (R1598/2.9), so that every attempt carries the same bytes and what
 * comes back signed can be held against them. False where another draft was kept meanwhile, or the round is over.
 */
export async function keepDraft(
  record: CaseRecord,
  files: FileStore,
  draft: { caseNumber: string; round: number; content: Uint8Array },
): Promise<boolean> {
  const { caseNumber, round, content } = draft;
  const sha256 = createHash('sha256').update(content).digest('hex');
  const stored = await storeContract(record, files, { id: randomUUID(), sha256, content });
  const kept = await inCase<boolean>(record, caseNumber, THE_PROCEDURE, async (tx, now, facts) => {
    const set = await tx.run(
      `UPDATE centre_request SET contract_sha256 = $3, contract_bytes = $4
        WHERE case_number = $1 AND round = $2 AND contract_sha256 IS NULL AND answer IS NULL AND stop_why IS NULL`,
      [caseNumber, round, sha256, content.length],
    );
    if (set === 0) return { outcome: false, evidence: NOTHING_DONE };
    await notePaper(tx, now, record, facts, { ...stored, kind: 'contract-draft' });
    const { salt } = openForm(record, facts);
    const drawn = { round, contract: saltedHash(salt, sha256), bytes: content.length };
    return { outcome: true, evidence: [{ what: 'contract-drawn', clause: 'R1598/2.9', facts: drawn }] };
  });
  if (kept !== true) await files.remove(stored.id);
  return kept === true;
}
