/** A document number as typed, without spaces, hyphens, slashes and fillers, in capitals. */
export function plainNumber(typed: string): string {
  return typed.replace(/[\s\p{Pd}/<]/gu, '').toUpperCase();
}

/** The whole number of an identity document: its series, unless the number already begins with it, and its number. */
export function documentNumber(document: { series?: string | undefined; number?: string | undefined }): string {
  const series = plainNumber(document.series ?? '');
  const number = plainNumber(document.number ?? '');
  return number.startsWith(series) ? number : series + number;
}
