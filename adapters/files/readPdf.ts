import { openObjectStreams } from './pdfObjectStreams.ts';
import { readPdfNames } from './pdfNames.ts';

/** What a PDF is found to be; `pages` counts page objects, superseded ones included. */
export type PdfFound = { kind: 'readable'; pages: number } | { kind: 'unreadable' | 'locked' | 'active-content' };

// Actions and content that do something beyond showing a page (ISO 32000-2, 12.6.4, 7.11.4, 12.7.8, 13).
const ACTIVE = [
  ...[
    'JavaScript',
    'Launch',
    'SubmitForm',
    'ImportData',
    'GoToR',
    'GoToE',
    'Rendition',
    'RichMedia',
    'RichMediaExecute',
  ],
  ...['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'XFA', 'Movie', 'Sound'],
];

// Filters we do not open: harmless on pictures, a hiding place for objects.
const UNOPENED = ['ASCIIHexDecode', 'AHx', 'ASCII85Decode', 'A85', 'LZWDecode', 'LZW', 'RunLengthDecode'];

/**
 * Looks into a PDF for what may not be in it, by the names it uses, in the open and in its object streams. It draws no
 * page, so it proves the absence of nothing that a broken or unusual filter hides: what it cannot open it calls unreadable.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfFound> {
  if (!isWhole(bytes)) return { kind: 'unreadable' };
  const { names, pages } = readPdfNames(bytes);
  if (names.has('Encrypt')) return { kind: 'locked' };
  if (ACTIVE.some((name) => names.has(name))) return { kind: 'active-content' };

  const streams = await openObjectStreams(bytes);
  if (streams.kind === 'too-much') return { kind: 'unreadable' };
  const mayHide = names.has('ObjStm') || names.has('XRef');
  if (mayHide && (streams.unsure || UNOPENED.some((name) => names.has(name)))) return { kind: 'unreadable' };

  const hidden = { names: new Set<string>(), pages };
  for (const text of streams.texts) readPdfNames(text, hidden);
  return ACTIVE.some((name) => hidden.names.has(name))
    ? { kind: 'active-content' }
    : { kind: 'readable', pages: hidden.pages };
}

// ISO 32000-2, 7.5.2 and 7.5.5. A long tail behind the end mark is another file tied to this one.
function isWhole(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => Buffer.from(part).toString('latin1');
  const tail = text(bytes.subarray(-1_024));
  return /^%PDF-[12]\.\d/.test(text(bytes.subarray(0, 16))) && /startxref\s+\d+\s+%%EOF/.test(tail);
}
