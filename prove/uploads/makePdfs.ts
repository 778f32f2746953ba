import { deflateSync } from 'node:zlib';
import { writePdf } from '../../demo/files/powerOfAttorney.ts';

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const PAGE = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>';

/** A PDF of one page: entries for its catalogue, objects from number 5 on, entries for its trailer. */
export function pdf(catalogue = '', more: readonly string[] = [], trailer = ''): Buffer {
  const content = stream(Buffer.from('BT /F1 12 Tf 72 760 Td (x) Tj ET'));
  return Buffer.from(
    writePdf([`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, PAGES, PAGE, content, ...more], trailer),
  );
}

/** A stream object's body. */
export function stream(data: Buffer, dictionary = ''): string {
  return `<< /Length ${data.length} ${dictionary} >>\nstream\n${data.toString('latin1')}\nendstream`;
}

/** A stream packed once. */
export const packed = (data: Buffer, dictionary = ''): string =>
  stream(deflateSync(data), `${dictionary} /Filter /FlateDecode`);

/** A picture in a PDF: the JPEG as it is. */
export const pictured = (picture: Buffer): string =>
  stream(picture, '/Type /XObject /Subtype /Image /Filter /DCTDecode');

/** A PDF whose catalogue lies in a packed object stream (ISO 32000-2, 7.5.7), with its cross-reference stream. */
export function pdfOfObjectStream(catalogue: string, packings = 1): Buffer {
  const bodies = [`<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`, PAGES, '<< /Type /Page /Parent 2 0 R >>'];
  const offsets = bodies.map((_, at) => bodies.slice(0, at).reduce((sum, body) => sum + body.length + 1, 0));
  const first = `${offsets.map((offset, at) => `${at + 1} ${offset}`).join(' ')} `;
  let data: Buffer = Buffer.from(first + bodies.join('\n'), 'latin1');
  for (let done = 0; done < packings; done += 1) data = deflateSync(data);
  const filter = `/Filter [${'/FlateDecode '.repeat(packings)}]`;
  const head = Buffer.from('%PDF-1.5\n');
  const objects = Buffer.from(
    `4 0 obj\n${stream(data, `/Type /ObjStm /N 3 /First ${first.length} ${filter}`)}\nendobj\n`,
    'latin1',
  );
  const at = head.length + objects.length;
  const row = (kind: number, value: number, index: number) => [kind, value >> 8, value & 255, index];
  const rows = [row(0, 0, 0), row(2, 4, 0), row(2, 4, 1), row(2, 4, 2), row(1, head.length, 0), row(1, at, 0)].flat();
  const table = stream(Buffer.from(rows), '/Type /XRef /Size 6 /Root 1 0 R /W [1 2 1]');
  const end = `5 0 obj\n${table}\nendobj\nstartxref\n${at}\n%%EOF\n`;
  return Buffer.concat([head, objects, Buffer.from(end, 'latin1')]);
}
