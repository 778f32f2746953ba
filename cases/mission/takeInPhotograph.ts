import type { FileStore } from '../../adapters/ports.ts';
import { saltedHash } from '../../proof/saltedHash.ts';
import type { Repeatable } from '../record/idempotency.ts';
import { type NotFirst, onceInCase } from '../record/inCase.ts';
import type { Actor, CaseRecord } from '../record/record.ts';
import { type NotYours, refuseDeed, type Refused, refuseForeign } from '../record/refused.ts';
import { seal } from '../record/seal.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import { ownMission } from './ownMission.ts';

/** A photograph that was judged and made safe, as the officer takes it in. */
export type PhotographInput = {
  caseNumber: string;
  id: string;
  mediaType: string;
  storedSha256: string;
  content: Uint8Array;
};

/** What became of it; its id is what the check of identity names it by. */
export type PhotographOutcome =
  { kind: 'taken-in'; photograph: string; bytes: number } | Refused<'not-at-identity'> | NotYours;

const DEED = 'take-in-photograph';

/**
 * Takes in the photograph the applicant brought (R1598/2.12), sealed under a key of its own. The bytes go to the store
 * before the deed, so that a photograph the record knows is always there.
 */
export async function takeInPhotograph(
  record: CaseRecord,
  files: FileStore,
  actor: Actor,
  input: PhotographInput,
  request: Repeatable,
): Promise<PhotographOutcome | NotFirst | null> {
  const { caseNumber, id, mediaType, storedSha256, content } = input;
  const key = record.seal.newKey();
  await files.put(id, seal(key.plain, content));
  const outcome = await onceInCase<PhotographOutcome>(record, caseNumber, actor, request, async (tx, now, facts) => {
    if ((await ownMission(tx, actor, facts)) === null) return refuseForeign(DEED);
    const clause = 'R1598/2.12';
    if (facts.stage !== 'identity') return refuseDeed(facts, DEED, { clause, reason: 'not-at-identity' });
    await tx.run(
      `INSERT INTO paper (id, case_number, kind, media_type, sha256, bytes, made_at, sealed_key)
       VALUES ($1, $2, 'photograph', $3, $4, $5, $6, $7)`,
      [
        id,
        caseNumber,
        mediaType,
        storedSha256,
        content.length,
        now,
        seal(record.seal.openKey(facts.sealed_key), key.plain),
      ],
    );
    const { salt } = openForm(record, facts);
    return {
      outcome: { kind: 'taken-in', photograph: id, bytes: content.length },
      evidence: [
        { what: 'photograph-taken-in', clause, facts: { photograph: id, content: saltedHash(salt, storedSha256) } },
      ],
    };
  });
  if (outcome?.kind !== 'taken-in' || outcome.photograph !== id) await files.remove(id);
  return outcome;
}
