import { openObjectStreams } from './pdfObjectStreams.ts';
import { noPdfNames, type PdfNames, readPdfNames } from './pdfNames.ts';

/** What a PDF is found to be; `pages` counts page objects, superseded ones included; `signed`: not a byte may change. */
export type PdfFound =
  | { kind: 'readable'; pages: number; signed: boolean }
  | { kind: 'unreadable' | 'locked' | 'active-content' | 'harmful' | 'picture-data' };

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
  ...['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'XFA', 'Movie', 'Sound', '3DD', 'FFilter'],
];

// An attached file, a page of another document, and content or actions fetched from elsewhere (7.11.3, 8.10.4).
const ACTIVE_HOLDERS = ['EF', 'Ref'];
const ACTIVE_PAIRS = ['FS URL'];

// Filters we do not open: harmless on pictures, a hiding place for objects.
const UNOPENED = ['ASCIIHexDecode', 'AHx', 'ASCII85Decode', 'A85', 'LZWDecode', 'LZW', 'RunLengthDecode'];

const SOUGHT = [
  ...ACTIVE,
  ...ACTIVE_HOLDERS,
  ...ACTIVE_PAIRS.flatMap((pair) => pair.split(' ')),
  ...UNOPENED,
  ...['Encrypt', 'ObjStm', 'XRef', 'ByteRange', 'URI', 'OpenAction', 'AA'],
];

/**
 * Looks into a PDF for what may not be in it, by the names it uses, in the open and in its object streams. It draws no
 * page, so it proves the absence of nothing that a broken or unusual filter hides: what it cannot open it calls unreadable.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfFound> {
  if (!isWhole(bytes)) return { kind: 'unreadable' };
  const open = noPdfNames(SOUGHT);
  if (!readPdfNames(bytes, open)) return { kind: 'unreadable' };
  const { names, pages, left } = open;
  if (names.has('Encrypt')) return { kind: 'locked' };
  if (isActive(open)) return { kind: 'active-content' };

  const streams = await openObjectStreams(bytes);
  if (streams.kind === 'too-much') return { kind: 'unreadable' };
  const mayHide = names.has('ObjStm') || names.has('XRef');
  if (mayHide && (streams.unsure || UNOPENED.some((name) => names.has(name)))) return { kind: 'unreadable' };

  if (streams.harmful) return { kind: 'harmful' };
  if (streams.tells) return { kind: 'picture-data' };

  const hidden = { ...noPdfNames(SOUGHT), pages, left };
  if (!streams.texts.every((text) => readPdfNames(text, hidden))) return { kind: 'unreadable' };
  if (isActive(hidden) || opensAddress(open, hidden)) return { kind: 'active-content' };
  return { kind: 'readable', pages: hidden.pages, signed: names.has('ByteRange') };
}

function isActive({ names, holders, pairs }: PdfNames): boolean {
  return (
    ACTIVE.some((name) => names.has(name)) ||
    ACTIVE_HOLDERS.some((name) => holders.has(name)) ||
    ACTIVE_PAIRS.some((pair) => pairs.has(pair))
  );
}

// A link is harmless until somebody follows it; together with what happens by itself (12.6.3) it may call home.
function opensAddress(...parts: readonly PdfNames[]): boolean {
  const isHeld = (name: string) => parts.some(({ holders }) => holders.has(name));
  return parts.some(({ names }) => names.has('URI')) && (isHeld('OpenAction') || isHeld('AA'));
}

// ISO 32000-2, 7.5.2 and 7.5.5. What lies before the head or behind the end mark is another file tied to this one.
function isWhole(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => Buffer.from(part).toString('latin1');
  const tail = text(bytes.subarray(-1_024));
  return /^%PDF-[12]\.\d/.test(text(bytes.subarray(0, 16))) && /startxref\s+\d+\s+%%EOF[\s\0]*$/.test(tail);
}
