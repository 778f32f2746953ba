import { isValidForThreeYears } from '../../law/signature-issuance/validity.ts';
import type { Centre } from '../../law/signature-issuance/parties.ts';
import { checkCertificate, type KnownCertificate } from '../../proof/certificateChain.ts';
import { checkPdfSignature } from '../../proof/pdfSignature.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';
import type { CentreMessage } from './inRound.ts';

/** Whom the Centres' signatures are believed by: trusted roots (PEM), and the organization each Centre signs as. */
export type CentreTrust = { roots: readonly string[]; organizations: Readonly<Record<Centre, string>> };

/** What a Centre hands over with its decision: the holder's certificate and its chain (DER), and the signed contract (PDF). */
export type IssuedThings = { certificate: Uint8Array; chain: readonly Uint8Array[]; contract: Uint8Array };

/** Whether what a Centre issued is what it must be; `reason` is a code of the Centre's words. */
export type Examined =
  { kind: 'sound'; certificate: KnownCertificate; signer: string } | { kind: 'unsound'; reason: string };

type Row = {
  contract_sha256: string;
  contract_bytes: number;
  registered_at: string;
  now: string;
  sealed_key: Buffer;
  sealed_fin: Buffer;
};

/** Clocks of two houses differ: a certificate may begin so long before it was asked for, or after it arrived. */
const CLOCKS_MS = 300_000;

/**
 * Holds what a Centre issued against what was asked (R1598/2.9), outside any deed: the certificate leads to a trusted root
 * under this Centre, names the person's FIN, is valid for three years (2.19) from an instant after the registration; the
 * contract is our draft, signed by this Centre. An application nobody sent has nothing to be held against.
 */
export async function examineIssue(
  record: CaseRecord,
  trust: CentreTrust,
  { centre, caseNumber, answers }: CentreMessage,
  { certificate, chain, contract }: IssuedThings,
): Promise<Examined> {
  const asked = await statements(record.database.ordinary).maybe<Row>(
    `SELECT r.contract_sha256, r.contract_bytes, c.registered_at, legal_now() AS now, p.sealed_key, p.sealed_fin
       FROM centre_request r JOIN "case" c ON c.number = r.case_number
       JOIN virtual_fin v USING (case_number) JOIN person p ON p.id = v.person_id
      WHERE r.case_number = $1 AND r.message_id = $2 AND r.centre = $3 AND r.contract_sha256 IS NOT NULL`,
    [caseNumber, answers, centre],
  );
  if (asked === null) return unsound('another-round');
  const believed = { roots: trust.roots, organization: trust.organizations[centre], at: asked.now };
  const found = await checkCertificate(certificate, chain, believed);
  if (found.kind === 'not-believed') return unsound(`certificate-${found.why}`);
  const { validFrom, subjectSerial } = found.certificate;
  if (subjectSerial !== unseal(record.seal.openKey(asked.sealed_key), asked.sealed_fin).toString())
    return unsound('certificate-of-another');
  if (!isValidForThreeYears(found.certificate)) return unsound('not-three-years');
  // Not since the round was opened: a record restored to an earlier hour opens it again, and gets the first answer.
  const from = Date.parse(validFrom);
  if (from < Date.parse(asked.registered_at) - CLOCKS_MS || from > Date.parse(asked.now) + CLOCKS_MS)
    return unsound('issued-at-another-time');

  const draft = { sha256: asked.contract_sha256, bytes: asked.contract_bytes };
  const signature = await checkPdfSignature(contract, draft, believed);
  if (signature.kind === 'invalid') return unsound(`contract-${signature.why}`);
  return { kind: 'sound', certificate: found.certificate, signer: signature.signer.fingerprint };
}

function unsound(reason: string): Examined {
  return { kind: 'unsound', reason };
}
