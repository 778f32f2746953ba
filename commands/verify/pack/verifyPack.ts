import { provePack, type PackProof } from '../../../proof/evidencePackProof.ts';
import type { TrustedKeys } from '../../../proof/trust.ts';
import { readZip } from './readZip.ts';
import { plainText } from '../../plainText.ts';
import type { Language } from '../tellRecord.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';
import { tellContent, tellContradiction } from './tellPack.ts';
import type { PackOutcome, PackWords } from './words.ts';

const WORDS: Record<Language, PackWords> = { az, en, ru };

/** The exit codes are those of a record of silence; 16 says that only the ZIP around the members was changed. */
const EXIT: Record<PackOutcome, number> = {
  genuine: 0,
  rehearsal: 10,
  altered: 11,
  'foreign-key': 12,
  malformed: 13,
  'too-large': 13,
  'not-a-zip': 13,
  'contradicts-itself': 14,
  'key-not-valid-then': 15,
  repacked: 16,
};

/** Whether bytes are, or were meant as, a ZIP: by how they begin, or by the file's name. */
export function isPack(file: string, bytes: Buffer): boolean {
  return bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) || file.toLowerCase().endsWith('.zip');
}

type Verdict = { lines: string[]; exit: number };

let before: Promise<unknown> = Promise.resolve();

/**
 * Checks an evidence pack offline; the lines to print, the outcome first, and the exit code. One after another in a
 * process: each is held in memory several times over, and on the public page anybody may send as many as he likes.
 */
export function verifyPack(bytes: Buffer, trust: TrustedKeys, language: Language): Promise<Verdict> {
  const verdict = before.then(() => verify(bytes, trust, language));
  before = verdict.catch(() => undefined);
  return verdict;
}

async function verify(bytes: Buffer, trust: TrustedKeys, language: Language): Promise<Verdict> {
  const words = WORDS[language];
  const say = (outcome: PackOutcome, lines: readonly string[] = []) => ({
    lines: [words.outcomes[outcome], ...lines].map(plainText),
    exit: EXIT[outcome],
  });
  const zip = await readZip(bytes);
  if (zip.kind !== 'read') return say(zip.kind);
  const proof = await provePack(zip.members, trust);
  if (zip.unreadable.length > 0) {
    const damaged = zip.unreadable.map((name) => `  ${name === '' ? words.directory : name}: ${words.unreadable}`);
    const others = proof.kind === 'altered' ? tellFaults(proof, words, zip.unreadable) : [];
    return say('altered', [...damaged, ...others]);
  }
  switch (proof.kind) {
    case 'altered':
      return say(proof.kind, tellFaults(proof, words, []));
    case 'contradicts-itself':
      return say(
        proof.kind,
        proof.contradictions.map((one) => `  ${tellContradiction(one, words)}`),
      );
    case 'genuine':
    case 'rehearsal': {
      const told = tellContent(proof, words, language);
      if (zip.differsIn === undefined) return say(proof.kind, told);
      const where = `  ${zip.differsIn ?? words.directory}: ${words.container}`;
      return say('repacked', [where, ...(proof.kind === 'rehearsal' ? [words.outcomes.rehearsal] : []), ...told]);
    }
    case 'malformed':
    case 'foreign-key':
    case 'key-not-valid-then':
      return say(proof.kind);
  }
}

function tellFaults(proof: PackProof & { kind: 'altered' }, words: PackWords, told: readonly string[]): string[] {
  return proof.faults
    .filter(({ member }) => !told.includes(member))
    .map(({ member, fault, row }) => {
      const where = row === undefined ? '' : `, ${words.row(row.row)}: ${words.rowFaults[row.fault]}`;
      return `  ${member}: ${words.memberFaults[fault]}${where}`;
    });
}
