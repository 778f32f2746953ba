import type { FileReader } from '../../../law/signature-issuance/fileReaders.ts';

/** README.txt of a pack in one language. */
export type ReadmeWords = {
  title: (caseNumber: string) => string;
  rehearsal: string;
  madeFor: (reader: string) => string;
  readers: Record<FileReader, string>;
  /** What each member holds, by its name. */
  members: Readonly<Record<MemberName, string>>;
  withheld: string;
  howToCheck: readonly string[];
};

/** The members in their order; those with a folder stand for all in it. */
export const MEMBER_NAMES = [
  'case.json',
  'course.json',
  'opinions.json',
  'terms.json',
  'notices.json',
  'custody.json',
  'acts/',
  'documents.json',
  'signatures.json',
  'signatures/',
  'evidence.jsonl',
  'checkpoints/',
  'manifest.json',
  'manifest.jws',
] as const;

type MemberName = (typeof MEMBER_NAMES)[number];
