/** Whether a text is a path of one of our pages, and not the way to another site. */
export function isOwnPath(text: string): boolean {
  return /^\/(az|en|ru)(\/[\w./-]*)?$/.test(text) && !text.includes('//') && !text.includes('..');
}
