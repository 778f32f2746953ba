import type { Letter } from '../ports.ts';

/** One bare address: no list, no display name, no quoting, no address literal, nothing that could end a header line. */
const ONE_ADDRESS = /^[^\s\p{Cc}@<>()[\]\\,;:"]+@[^\s\p{Cc}@<>()[\]\\,;:"]+$/u;
const LOCAL_PART = /^[A-Za-z0-9._-]+$/;
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/** RFC 5321 4.5.3.1.3: a path has at most 256 octets, its angle brackets counted. */
const LONGEST_ADDRESS = 254;

/** Whether a letter's header values stay what they are: one recipient, one subject line, one Message-ID. */
export function isSendable(letter: Letter): boolean {
  return (
    ONE_ADDRESS.test(letter.to) &&
    Buffer.byteLength(letter.to) <= LONGEST_ADDRESS &&
    !CONTROL.test(letter.subject) &&
    LOCAL_PART.test(letter.messageId)
  );
}
