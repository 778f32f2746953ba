import { randomBytes } from 'node:crypto';
import { checkpointFile } from '../../adapters/files/checkpointFile.ts';
import { fileSigner } from '../../adapters/signing/fileSigner.ts';
import { makeCheckpoint } from '../../cases/record/checkpoint.ts';
import { openDatabase } from '../../cases/record/database.ts';
import { writeEvidence } from '../../cases/record/evidence.ts';
import { inCase, inNewCase } from '../../cases/record/inCase.ts';
import { type CaseRecord, THE_PROCEDURE } from '../../cases/record/record.ts';
import { openSeal } from '../../cases/record/seal.ts';

/** Where the sample's checkpoints and keys go. */
export type SamplePlaces = { appUrl: string; checkpointsFile: string; signingFolder: string };

const ROUNDS = 5;
const CASES = 8;

/**
 * Fills a migrated and seeded database with evidence as deeds and checkpoints write it: cases of unequal length,
 * refused messages, reads and the installation's own acts, over five checkpoints; the last covers every row.
 */
export async function sampleEvidence({ appUrl, checkpointsFile, signingFolder }: SamplePlaces): Promise<void> {
  const database = openDatabase(appUrl, { ordinary: 2, urgent: 1 });
  const record: CaseRecord = { database, seal: openSeal(randomBytes(32)), failpoint: () => undefined };
  const signer = await fileSigner(signingFolder);
  const outside = checkpointFile(checkpointsFile);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (let at = 1; at <= CASES; at++) {
        if (round === 0 || at === CASES) await openCase(record, `SAMPLE-${round}-${at}`);
        else if ((at + round) % 2 === 0) await act(record, `SAMPLE-0-${at % CASES || 1}`, round);
      }
      const something = [{ what: 'message-refused', facts: { round } }] as const;
      await writeEvidence(record, (day) => `refused:${day}`, { capacity: 'unknown' }, something);
      await writeEvidence(record, (day) => `read:auditor:${day}`, { capacity: 'auditor', id: 'auditor' }, something);
      await writeEvidence(record, () => 'installation', { capacity: 'installation' }, something);
      await makeCheckpoint(record, signer, outside);
    }
  } finally {
    await database.close();
  }
}

async function openCase(record: CaseRecord, number: string): Promise<void> {
  await inNewCase(record, { capacity: 'applicant' }, async (tx, now) => {
    const { sealed } = record.seal.newKey();
    await tx.run(
      `INSERT INTO "case" (number, procedure, stage, registered_at, last_instant, limit_working_days, limit_source,
                           language, citizen, person_index, wants, tracking_index, sealed_key, sealed_form)
       VALUES ($1, 'signature-issuance', 'opinions', $2, $2, 3, 'R1598/2.8', 'az', false, $1, 'personal', $1, $3, $3)`,
      [number, now, sealed],
    );
    const evidence = [
      { what: 'registered', clause: 'R1598/2.6' },
      { what: 'sent-to-agencies', clause: 'R1598/2.7', facts: { agencies: 4 } },
    ] as const;
    return { caseNumber: number, done: { outcome: null, evidence } };
  });
}

async function act(record: CaseRecord, number: string, round: number): Promise<void> {
  await inCase(record, number, THE_PROCEDURE, () => {
    const noted = { what: 'opinion-noted', clause: 'R1598/2.8', facts: { round } } as const;
    return Promise.resolve({ outcome: null, evidence: [noted, { ...noted, what: 'reminded' }] });
  });
}
