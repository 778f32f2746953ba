import { CHECKPOINT_TYP, checkpointDigest, readCheckpoint } from './checkpoint.ts';
import type { Member, PackManifest } from './evidencePack.ts';
import { type CustodyFault, judgeCustody } from './evidencePackCustody.ts';
import { judgeDocuments } from './evidencePackDocuments.ts';
import { judgeRows, type LineFault } from './evidencePackRows.ts';
import { verifyJws } from './jws.ts';
import { proveSilence } from './silenceProof.ts';
import type { TrustedKeys } from './trust.ts';

/**
 * What stands proven in a pack: `checkpoint` covers the evidence up to row `seq`, by its own signed text (`shown`) or by
 * the manifest's word of its digest (`stated`); `silence` is the record of silence, `documents` how many are held by hash
 * alone, and `registered` how many of these are those that the registration of the case names.
 */
export type PackContent = {
  rows: number;
  withheld: number;
  checkpoint: { n: number; seq: number; how: 'shown' | 'stated' } | null;
  silence: 'proven' | 'withheld' | 'none';
  custody: { items: number; acts: number; open: number };
  documents: { held: number; registered: number | 'not-shown' };
};

/** What signed members say against each other. */
export type PackContradiction =
  | { kind: 'row'; row: LineFault }
  | { kind: 'not-the-manifests-head' }
  | { kind: 'checkpoint'; n: number }
  | { kind: 'record-of-silence' }
  | { kind: 'custody'; fault: CustodyFault | null }
  | { kind: 'document'; id: string };

const SILENCE = 'signatures/record-of-silence.jws';

/**
 * Reads what the members of a pack say, once each is known to be as it was made: the chain of evidence is whole up to
 * the manifest's head, the checkpoint names its row, the record of silence holds and is of this case, custody and its
 * acts agree, and the documents are those registered.
 */
export async function contentOf(
  members: readonly Member[],
  manifest: PackManifest,
  trust: TrustedKeys,
): Promise<
  { kind: 'holds'; content: PackContent } | { kind: 'contradicts-itself'; contradictions: PackContradiction[] }
> {
  const of = (name: string) => {
    const found = members.find((one) => one.name === name);
    return found === undefined ? null : Buffer.from(found.bytes).toString('utf8');
  };
  const found: PackContradiction[] = [];
  const rows = judgeRows(of('evidence.jsonl') ?? '', `case:${manifest.caseNumber}`);
  if (rows.kind === 'fault') found.push({ kind: 'row', row: { row: rows.row, fault: rows.fault } });
  const whole = rows.kind === 'whole' ? rows : { rows: 0, withheld: 0, hashes: [], shown: [] };
  const { chain, checkpoint } = manifest;
  const isHead = whole.rows === chain.rows && whole.withheld === chain.withheld && whole.hashes.at(-1) === chain.hash;
  if (rows.kind === 'whole' && !isHead) found.push({ kind: 'not-the-manifests-head' });

  const jws = checkpoint === null ? null : of(`checkpoints/${checkpoint.n}.jws`);
  if (checkpoint !== null) {
    const named = whole.hashes[checkpoint.seq - 1] === checkpoint.hash;
    const shown = jws === null || (await namesRow(jws, manifest, checkpoint, trust));
    if (!named || !shown) found.push({ kind: 'checkpoint', n: checkpoint.n });
  }
  const silence = of(SILENCE);
  if (silence !== null && !(await isOfCase(silence, manifest, trust))) found.push({ kind: 'record-of-silence' });
  const custody = judgeCustody(parsed(of('custody.json')));
  if (custody === null) found.push({ kind: 'custody', fault: null });
  for (const fault of custody?.faults ?? []) found.push({ kind: 'custody', fault });
  const documents = judgeDocuments(parsed(of('documents.json')), whole.shown);
  for (const id of documents.strangers) found.push({ kind: 'document', id });
  if (found.length > 0) return { kind: 'contradicts-itself', contradictions: found };
  return {
    kind: 'holds',
    content: {
      rows: whole.rows,
      withheld: whole.withheld,
      checkpoint:
        checkpoint === null ? null : { n: checkpoint.n, seq: checkpoint.seq, how: jws === null ? 'stated' : 'shown' },
      silence: silence !== null ? 'proven' : saysWithheld(parsed(of('signatures.json'))) ? 'withheld' : 'none',
      custody: { items: custody?.items ?? 0, acts: custody?.acts ?? 0, open: custody?.open ?? 0 },
      documents: { held: documents.held, registered: documents.registered },
    },
  };
}

/** Whether a checkpoint is the installation's own, has the digest it is named by, and names this row of this chain. */
async function namesRow(
  jws: string,
  { installation, nature, caseNumber }: PackManifest,
  { n, digest, seq, hash }: NonNullable<PackManifest['checkpoint']>,
  trust: TrustedKeys,
): Promise<boolean> {
  const verified = await verifyJws(jws, trust, CHECKPOINT_TYP);
  const read = verified.kind === 'ok' ? readCheckpoint(verified.text) : null;
  if (read === null || checkpointDigest(jws) !== digest || read.n !== n) return false;
  if (read.installation !== installation || read.nature !== nature) return false;
  return read.heads.some((head) => head.chain === `case:${caseNumber}` && head.seq === seq && head.hash === hash);
}

async function isOfCase(jws: string, manifest: PackManifest, trust: TrustedKeys): Promise<boolean> {
  const proof = await proveSilence(jws, trust);
  if (proof.kind !== 'genuine' && proof.kind !== 'rehearsal') return false;
  const { caseNumber, installation, nature } = proof.record;
  return caseNumber === manifest.caseNumber && installation === manifest.installation && nature === manifest.nature;
}

function saysWithheld(value: unknown): boolean {
  const { recordOfSilence } = (value ?? {}) as { recordOfSilence?: { withheld?: unknown } | null };
  return recordOfSilence?.withheld !== undefined;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
