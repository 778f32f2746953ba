import type { FileReader } from '../../law/signature-issuance/fileReaders.ts';
import { seesOpinions } from '../../law/signature-issuance/fileReaders.ts';
import { type Member, sha256 } from '../../proof/evidencePack.ts';
import type { PackDocument } from '../../proof/evidencePackDocuments.ts';
import type { Tx } from '../record/database.ts';
import { unseal } from '../record/seal.ts';
import type { Reading } from './readOpinions.ts';
import { withhold } from './withhold.ts';

/** What is signed in a case, and the members that hold it. */
export type PackSignatures = { told: unknown; members: Member[] };

/**
 * Reads what is signed: the record of silence, which tells who of the four answered and so is withheld with the opinions;
 * the contract that the Centre signed, by hash; and the certificate by serial number and fingerprint.
 */
export async function readSignatures(tx: Tx, { caseNumber, capacity, caseKey }: Reading): Promise<PackSignatures> {
  const silence = await tx.maybe<{ jws: string | null; madeAt: string }>(
    `SELECT jws, made_at AS "madeAt" FROM document WHERE case_number = $1 AND kind = 'record-of-silence'`,
    [caseNumber],
  );
  const contracts = await tx.many(
    `SELECT kind, sha256, bytes, made_at AS "madeAt" FROM paper
      WHERE case_number = $1 AND media_type = 'application/pdf' ORDER BY made_at, kind`,
    [caseNumber],
  );
  const certificate = await tx.maybe(
    `SELECT centre, serial, fingerprint, issued_at AS "issuedAt", valid_until AS "validUntil",
            revocation_asked_at AS "revocationAskedAt"
       FROM certificate WHERE case_number = $1`,
    [caseNumber],
  );
  const told = (recordOfSilence: unknown) => ({ recordOfSilence, contracts, certificate });
  if (silence === null) return { told: told(null), members: [] };
  const { jws, madeAt } = silence;
  if (jws === null) return { told: told({ madeAt, signed: false }), members: [] };
  if (!seesOpinions(capacity)) return { told: told(withhold(caseKey, 'record-of-silence', jws)), members: [] };
  const bytes = Buffer.from(jws, 'utf8');
  return {
    told: told({ madeAt, signed: true, sha256: sha256(bytes) }),
    members: [{ name: 'signatures/record-of-silence.jws', bytes }],
  };
}

/**
 * Reads the documents of a case by hash: what was uploaded (R1598/2.3.1-2.3.3) and the papers made since. The salt that
 * shows them to be the registered ones is for the applicant and the auditor.
 */
export async function readDocuments(
  tx: Tx,
  { caseNumber, capacity, caseKey }: Reading,
  sealedForm: Buffer | null,
): Promise<unknown> {
  const documents = await tx.many<PackDocument>(
    `SELECT id, kind, media_type AS "mediaType", stored_sha256 AS sha256, bytes, sha256 AS "sentSha256",
            uploaded_at AS "at" FROM upload WHERE case_number = $1 ORDER BY uploaded_at, id`,
    [caseNumber],
  );
  const papers = await tx.many(
    `SELECT id, kind, media_type AS "mediaType", sha256, bytes, made_at AS "at" FROM paper
      WHERE case_number = $1 ORDER BY made_at, id`,
    [caseNumber],
  );
  const salt = sealedForm !== null && seesSalt(capacity) ? saltIn(unseal(caseKey, sealedForm)) : null;
  return { salt, documents, papers };
}

function seesSalt(capacity: FileReader): boolean {
  return capacity === 'applicant' || capacity === 'auditor';
}

function saltIn(form: Buffer): string {
  return (JSON.parse(form.toString()) as { salt: string }).salt;
}
