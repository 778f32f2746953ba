import { randomUUID } from 'node:crypto';
import { submitApplication } from '../cases/signature-issuance/submitApplication.ts';
import { recordDelivery } from '../cases/signature-issuance/recordDelivery.ts';
import { THE_PROCEDURE } from '../cases/record/record.ts';
import { AGENCIES } from '../law/signature-issuance/agencies.ts';
import { form } from '../test/support/record.ts';
import { inLanes, type ProofStack, type Say } from './proofStack.ts';

const LANES = 8;
const FILES = ['identity-document', 'photograph'] as const;

/** Notes files as uploaded (no bytes lie behind them, and nobody asks for any); their ids. */
export async function noteUploads({ owner, record }: Pick<ProofStack, 'owner' | 'record'>): Promise<string[]> {
  const ids = FILES.map(() => randomUUID());
  await owner.run(
    `INSERT INTO upload (id, kind, media_type, sha256, stored_sha256, bytes, uploaded_at, sealed_key)
     SELECT u.id, u.kind, 'image/jpeg', 'x', 'x', 1, legal_now(), u.key
       FROM unnest($1::uuid[], $2::text[], $3::bytea[]) AS u (id, kind, key)`,
    [ids, FILES, ids.map(() => record.seal.newKey().sealed)],
  );
  return ids;
}

/** Registers cases by the very deeds, each of a person of its own, and proves delivery to all four agencies; their numbers. */
export async function makeCases(proof: ProofStack, count: number, say: Say): Promise<string[]> {
  let made = 0;
  return inLanes(Array.from({ length: count }), LANES, async () => {
    const application = form('foreigner-personal-token', randomUUID().replaceAll('-', '').slice(0, 9).toUpperCase());
    const uploads = await noteUploads(proof);
    const request = { route: 'prove', caller: 'prove', key: randomUUID(), body: JSON.stringify(application) };
    const outcome = await submitApplication(proof.record, { application, uploads, request });
    if (outcome.kind !== 'registered') throw new Error(`a case was not registered: ${outcome.kind}`);
    const { caseNumber } = outcome;
    for (const agency of AGENCIES)
      await recordDelivery(proof.record, THE_PROCEDURE, { caseNumber, agency, how: 'acknowledged' });
    made += 1;
    if (made % 250 === 0) say(`  ${made} of ${count} cases made`);
    return caseNumber;
  });
}
