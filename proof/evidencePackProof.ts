import {
  MANIFEST,
  type Member,
  type PackManifest,
  readManifest,
  sha256,
  SIGNED_MANIFEST,
  PACK_TYP,
} from './evidencePack.ts';
import { contentOf, type PackContent, type PackContradiction } from './evidencePackContent.ts';
import { judgeRows, type LineFault } from './evidencePackRows.ts';
import { verifyJws } from './jws.ts';
import type { Signature } from './silenceProof.ts';
import type { TrustedKeys } from './trust.ts';

/** What is wrong with a member, and in which of its rows where it has rows. */
export type PackFault = { member: string; fault: 'missing' | 'extra' | 'altered' | 'twice'; row?: LineFault };

/** What a pack proves to somebody who trusts these keys; `content` says of what kinds and how much. */
export type PackProof =
  | { kind: 'malformed' | 'foreign-key' }
  | { kind: 'key-not-valid-then'; at: string }
  | { kind: 'altered'; faults: PackFault[] }
  | { kind: 'contradicts-itself'; manifest: PackManifest; signature: Signature; contradictions: PackContradiction[] }
  | { kind: 'genuine' | 'rehearsal'; manifest: PackManifest; signature: Signature; content: PackContent };

const ROWS = 'evidence.jsonl';

/**
 * Checks the members of an evidence pack by the trusted keys alone: the manifest is signed, every member it lists is
 * there byte for byte and no other is, and then what the members say: see `contentOf`. Every member that is not as it
 * was made is named, and in the evidence the row too.
 */
export async function provePack(members: readonly Member[], trust: TrustedKeys): Promise<PackProof> {
  const of = (name: string) => members.find((one) => one.name === name)?.bytes;
  const [plain, signed] = [of(MANIFEST), of(SIGNED_MANIFEST)];
  if (plain === undefined && signed === undefined) return { kind: 'malformed' };
  if (plain === undefined) return { kind: 'altered', faults: [{ member: MANIFEST, fault: 'missing' }] };
  if (signed === undefined) return { kind: 'altered', faults: [{ member: SIGNED_MANIFEST, fault: 'missing' }] };
  const verified = await verifyJws(asText(signed), trust, PACK_TYP);
  switch (verified.kind) {
    case 'altered':
    case 'malformed':
      return { kind: 'altered', faults: [{ member: SIGNED_MANIFEST, fault: 'altered' }] };
    case 'unknown-key':
      return { kind: 'foreign-key' };
    case 'key-not-valid-then':
      return { kind: 'key-not-valid-then', at: verified.at };
    case 'ok':
      break;
  }
  const manifest = readManifest(verified.text);
  if (manifest === null) return { kind: 'malformed' };
  const faults = faultsOf(members, manifest);
  if (asText(plain) !== verified.text) faults.unshift({ member: MANIFEST, fault: 'altered' });
  if (faults.length > 0) return { kind: 'altered', faults };
  const signature = { kid: verified.key.kid, signedAt: verified.signedAt };
  const content = await contentOf(members, manifest, trust);
  if (content.kind === 'contradicts-itself')
    return { kind: 'contradicts-itself', manifest, signature, contradictions: content.contradictions };
  const rehearsal = manifest.nature === 'rehearsal' || verified.key.nature === 'rehearsal';
  return { kind: rehearsal ? 'rehearsal' : 'genuine', manifest, signature, content: content.content };
}

function faultsOf(members: readonly Member[], manifest: PackManifest): PackFault[] {
  const faults: PackFault[] = [];
  for (const { name, sha256: hash, bytes } of manifest.files) {
    const [member, again] = members.filter((one) => one.name === name);
    if (member === undefined) faults.push({ member: name, fault: 'missing' });
    else if (again !== undefined) faults.push({ member: name, fault: 'twice' });
    else if (member.bytes.length !== bytes || sha256(member.bytes) !== hash) {
      const judged = name === ROWS ? judgeRows(asText(member.bytes), `case:${manifest.caseNumber}`) : null;
      const row = judged?.kind === 'fault' ? { row: { row: judged.row, fault: judged.fault } } : {};
      faults.push({ member: name, fault: 'altered', ...row });
    }
  }
  const known = new Set([MANIFEST, SIGNED_MANIFEST, ...manifest.files.map(({ name }) => name)]);
  for (const { name } of members) if (!known.has(name)) faults.push({ member: name, fault: 'extra' });
  return faults;
}

function asText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
