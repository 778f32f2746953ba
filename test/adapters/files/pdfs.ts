import { deflateSync } from 'node:zlib';
import { writePdf } from '../../../demo/files/powerOfAttorney.ts';

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>';

/** A PDF of one empty page whose catalogue holds the given entries beside its own, and more objects after the page. */
export function pdfWith(catalogue: string, more: readonly string[] = [], trailer = ''): Uint8Array {
  return writePdf([`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, PAGES, PAGE, ...more], trailer);
}

/** A PDF with its page tree empty. */
export function pdfWithoutPages(): Uint8Array {
  return writePdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>']);
}

/**
 * A PDF whose catalogue, page and further entries lie in a compressed object stream (ISO 32000-2, 7.5.7), found through a
 * cross-reference stream. `deflations` says how often the stream is deflated, `spoil` what is done to it afterwards.
 */
export function pdfWithObjectStream(
  catalogue: string,
  { deflations = 1, spoil = (data: Buffer) => data, filter = '/FlateDecode' } = {},
): Uint8Array {
  const bodies = [`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, PAGES, PAGE];
  let offset = 0;
  const index = bodies.map((body, at) => {
    const entry = `${at + 1} ${offset}`;
    offset += body.length + 1;
    return entry;
  });
  const first = `${index.join(' ')} `;
  let data: Buffer = Buffer.from(first + bodies.join('\n'), 'latin1');
  for (let done = 0; done < deflations; done += 1) data = deflateSync(data);
  data = spoil(data);

  const filters = `/Filter [${`${filter} `.repeat(deflations)}]`;
  const head = '%PDF-1.5\n';
  const dictionary = `<< /Type /ObjStm /N 3 /First ${first.length} /Length ${data.length} ${filters} >>`;
  const objects = Buffer.concat([
    Buffer.from(`4 0 obj\n${dictionary}\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  const at = head.length + objects.length;
  const rows = [
    0,
    0,
    0,
    0,
    2,
    0,
    4,
    0,
    2,
    0,
    4,
    1,
    2,
    0,
    4,
    2,
    1,
    head.length >> 8,
    head.length & 255,
    0,
    1,
    at >> 8,
    at & 255,
    0,
  ];
  const references = Buffer.concat([
    Buffer.from(`5 0 obj\n<< /Type /XRef /Size 6 /Root 1 0 R /W [1 2 1] /Length ${rows.length} >>\nstream\n`),
    Buffer.from(rows),
    Buffer.from(`\nendstream\nendobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
  return Buffer.concat([Buffer.from(head), objects, references]);
}
