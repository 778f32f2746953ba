import type { FileReader } from '../../law/signature-issuance/fileReaders.ts';
import type { Nature } from '../../proof/trust.ts';
import { az } from './words/az.ts';
import { en } from './words/en.ts';
import { ru } from './words/ru.ts';
import { MEMBER_NAMES, type ReadmeWords } from './words/words.ts';

/** What a pack's README.txt is about. */
type About = { caseNumber: string; nature: Nature; capacity: FileReader };

/** Writes README.txt of a pack in Azerbaijani, English and Russian: what is in it, and how anybody checks it. */
export function writeReadme(about: About): string {
  return [az, en, ru].map((words) => writeIn(words, about)).join(`\n${'-'.repeat(72)}\n\n`);
}

function writeIn(words: ReadmeWords, { caseNumber, nature, capacity }: About): string {
  const members = MEMBER_NAMES.map((name) => `  ${name.padEnd(16)} ${words.members[name]}`);
  const lines = [
    words.title(caseNumber),
    ...(nature === 'rehearsal' ? [words.rehearsal] : []),
    words.madeFor(words.readers[capacity]),
    '',
    ...members,
    '',
    words.withheld,
    '',
    ...words.howToCheck,
  ];
  return `${lines.join('\n')}\n`;
}
