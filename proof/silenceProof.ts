import { readCanonical } from './canonical.ts';
import type { Contradiction } from './contradictions.ts';
import { verifyJws } from './jws.ts';
import { checkRecordOfSilence, type RecordOfSilence, SILENCE_TYP } from './silence.ts';
import type { TrustedKeys } from './trust.ts';

/** Who signed a record and when by the signer's clock (ISO; null where the signature does not say). */
export type Signature = { kid: string; signedAt: string | null };

/** What a signed record of silence proves to a stranger who trusts these keys. */
export type SilenceProof =
  | { kind: 'genuine' | 'rehearsal'; record: RecordOfSilence; signature: Signature }
  | {
      kind: 'contradicts-itself';
      record: RecordOfSilence;
      signature: Signature;
      contradictions: (Contradiction | { kind: 'signed-before-decision'; agency: null })[];
    }
  | { kind: 'altered' | 'foreign-key' | 'malformed' }
  | { kind: 'key-not-valid-then'; at: string };

/** By how much the signer's clock and the database's may differ, and the second that `iat` rounds down. */
const CLOCKS_MS = 6_000;

/**
 * Checks a signed record of silence (compact JWS text) by the trusted keys alone: signature, key, shape, coherence.
 * Only what a production installation issued, under a key that is not a rehearsal's, is `genuine`. A rehearsal's legal
 * clock is moved about, so only a production's decision is compared with the time of its signature.
 */
export async function proveSilence(jws: string, trust: TrustedKeys): Promise<SilenceProof> {
  const verified = await verifyJws(jws, trust, SILENCE_TYP);
  switch (verified.kind) {
    case 'altered':
    case 'malformed':
      return { kind: verified.kind };
    case 'unknown-key':
      return { kind: 'foreign-key' };
    case 'key-not-valid-then':
      return { kind: 'key-not-valid-then', at: verified.at };
    case 'ok':
      break;
  }
  const { text, key, signedAt } = verified;
  const checked = checkRecordOfSilence(readCanonical(text)?.value);
  if (checked.kind === 'malformed') return { kind: 'malformed' };
  const { record } = checked;
  const signature = { kid: key.kid, signedAt };
  const rehearsal = record.nature === 'rehearsal' || key.nature === 'rehearsal';
  const early =
    !rehearsal && signedAt !== null && Date.parse(signedAt) + CLOCKS_MS < Date.parse(record.decidedAt)
      ? [{ kind: 'signed-before-decision', agency: null } as const]
      : [];
  const contradictions = [...(checked.kind === 'contradicts-itself' ? checked.contradictions : []), ...early];
  if (contradictions.length > 0) return { kind: 'contradicts-itself', record, signature, contradictions };
  return { kind: rehearsal ? 'rehearsal' : 'genuine', record, signature };
}
