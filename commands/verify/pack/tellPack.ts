import { writeInstant } from '../../../cases/notices/words/writeInstant.ts';
import type { PackContradiction } from '../../../proof/evidencePackContent.ts';
import type { PackProof } from '../../../proof/evidencePackProof.ts';
import type { Language } from '../tellRecord.ts';
import type { PackWords } from './words.ts';

type Holding = Extract<PackProof, { kind: 'genuine' | 'rehearsal' }>;

/** What a pack proves and what it does not, line by line, for a person. */
export function tellContent(proof: Holding, words: PackWords, language: Language): string[] {
  const { manifest } = proof;
  const at = writeInstant(manifest.madeAt, language);
  return [
    words.about(manifest.caseNumber, words.readers[manifest.for] ?? manifest.for, at),
    words.proven,
    ...proven(proof, words).map((line) => `  ${line}`),
    words.notProven,
    ...notProven(proof, words, at).map((line) => `  ${line}`),
  ];
}

function proven({ manifest, content }: Holding, words: PackWords): string[] {
  const { rows, checkpoint, silence, custody, documents } = content;
  const { registered } = documents;
  const covered = checkpoint?.how === 'shown' ? words.checkpointShown : words.checkpointStated;
  return [
    words.files(manifest.files.length),
    words.rows(rows),
    ...(checkpoint === null ? [] : [covered(checkpoint.n, checkpoint.seq)]),
    ...(silence === 'proven' ? [words.silence] : []),
    ...(custody.items > 0 ? [words.custody(custody.items, custody.acts)] : []),
    ...(registered === 'not-shown' ? [] : [words.registered(registered)]),
  ];
}

function notProven({ manifest, content }: Holding, words: PackWords, at: string): string[] {
  const { rows, withheld, checkpoint, silence, custody, documents } = content;
  const newer = checkpoint === null ? 0 : rows - checkpoint.seq;
  const digest = manifest.checkpoint?.digest ?? '';
  return [
    ...(withheld > 0 ? [words.withheldRows(withheld)] : []),
    ...(checkpoint === null ? [words.noCheckpoint] : []),
    ...(newer > 0 ? [words.newerRows(newer)] : []),
    ...(checkpoint?.how === 'stated' ? [words.compareCheckpoint(checkpoint.n, digest)] : []),
    ...(silence === 'withheld' ? [words.silenceWithheld] : []),
    ...(custody.open > 0 ? [words.openActs(custody.open)] : []),
    ...(documents.held > 0 ? [words.noBytes(documents.held)] : []),
    ...(documents.held > 0 && documents.registered === 'not-shown' ? [words.notRegistered] : []),
    words.afterwards(at),
    words.truth,
  ];
}

/** One way in which a pack speaks against itself, for a person. */
export function tellContradiction(found: PackContradiction, words: PackWords): string {
  switch (found.kind) {
    case 'row':
      return `evidence.jsonl, ${words.row(found.row.row)}: ${words.rowFaults[found.row.fault]}`;
    case 'not-the-manifests-head':
      return `evidence.jsonl: ${words.notTheHead}`;
    case 'checkpoint':
      return words.checkpointWrong(found.n);
    case 'record-of-silence':
      return words.silenceWrong;
    case 'custody':
      return found.fault === null
        ? `custody.json: ${words.custodyUnreadable}`
        : `custody.json, ${found.fault.item}: ${words.custodyFaults[found.fault.fault]}`;
    case 'document':
      return `documents.json: ${words.documentWrong(found.id)}`;
  }
}
