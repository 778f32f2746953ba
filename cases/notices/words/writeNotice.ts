import { NOTICES } from '../../../law/signature-issuance/notices.ts';
import type { NoticeKind } from '../../../law/signature-issuance/notices.ts';
import { az } from './az.ts';
import { citeClause } from './citeClause.ts';
import { en } from './en.ts';
import type { Language, NoticeFacts, NoticeWords } from './facts.ts';
import { ru } from './ru.ts';

const WORDS: Record<Language, NoticeWords> = { az, en, ru };

/**
 * A notice as a plain text e-mail: one-line subject without personal data, paragraphs parted by an empty line, the
 * page to go to, the clause it rests on, and the mark of a rehearsal where it is one. Throws RangeError when an instant in the facts is none.
 */
export function writeNotice<K extends NoticeKind>(
  kind: K,
  language: Language,
  facts: NoticeFacts[K],
): { subject: string; text: string } {
  const words = WORDS[language];
  const draft = words.notices[kind](facts);
  const isRehearsal = facts.nature === 'rehearsal';
  const ground = `${words.ground}: ${citeClause(draft.ground ?? NOTICES[kind].clause, language)}.`;
  const page = facts.page === undefined ? [] : [`${words.page}: ${facts.page}`];
  const paragraphs = [...draft.paragraphs, ...page, ground, words.footer];
  return {
    subject: isRehearsal ? `${words.rehearsal.subject} ${draft.subject}` : draft.subject,
    text: `${(isRehearsal ? [words.rehearsal.text, ...paragraphs] : paragraphs).join('\n\n')}\n`,
  };
}
