/** A text from a file or database that may be anybody's, without characters that could steer the terminal. */
export function plainText(text: string): string {
  return text.replace(/\p{C}/gu, '?');
}
