import { inflateSync } from 'node:zlib';
import { PLANT } from './hostile.ts';

// Forms in which a mark could still be read: as it is, in two bytes a letter, as hexadecimal digits, in base64.
const FORMS = [
  Buffer.from(PLANT),
  Buffer.from(PLANT, 'utf16le'),
  Buffer.from(Buffer.from(PLANT).toString('hex')),
  Buffer.from(Buffer.from(PLANT).toString('base64').slice(0, 12)),
];
const NEVER = [
  ...FORMS,
  ...['Exif\0\0', 'GPSLatitude', '<script', '<html', 'EICAR-', 'PK\x05\x06'].map((one) => Buffer.from(one)),
];

/**
 * Why the bytes of a stored file are not clean; null where they are. It reads the format for itself: a JPEG may have
 * only the segments a picture needs, a PNG only such chunks, nothing may follow the end, and no plant may be left.
 */
export function whyNotClean(mediaType: string, bytes: Buffer): string | null {
  const left = NEVER.find((never) => bytes.includes(never));
  if (left !== undefined) return `"${left.toString('latin1')}" is left in it`;
  switch (mediaType) {
    case 'image/jpeg':
      return whyNotJpeg(bytes);
    case 'image/png':
      return whyNotPng(bytes);
    case 'application/pdf':
      return whyNotPdf(bytes);
    default:
      return `it is stored as ${mediaType}`;
  }
}

// APP0, DQT, SOF0 and SOF2, DHT, DRI, SOS
const SEGMENTS = new Set([0xe0, 0xdb, 0xc0, 0xc2, 0xc4, 0xdd, 0xda]);

function whyNotJpeg(bytes: Buffer): string | null {
  if (bytes.readUInt16BE(0) !== 0xffd8) return 'it does not begin as a JPEG';
  let at = 2;
  for (;;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return `no marker at ${at}`;
    if (marker === 0xd9) return at + 2 === bytes.length ? null : 'something follows its end';
    if (!SEGMENTS.has(marker)) return `it holds a segment ${marker.toString(16)}`;
    at += 2 + bytes.readUInt16BE(at + 2);
    if (marker === 0xda) at = endOfScan(bytes, at);
    if (at >= bytes.length) return 'it has no end';
  }
}

function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; ; at += 1) {
    at = bytes.indexOf(0xff, at);
    const next = bytes[at + 1] ?? 0;
    if (at === -1) return bytes.length;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
}

const CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'pHYs', 'sBIT', 'IDAT', 'IEND']);

function whyNotPng(bytes: Buffer): string | null {
  for (let at = 8; at + 12 <= bytes.length;) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!CHUNKS.has(type)) return `it holds a chunk ${type}`;
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') return at === bytes.length ? null : 'something follows its end';
  }
  return 'it has no end';
}

function whyNotPdf(bytes: Buffer): string | null {
  const text = bytes.toString('latin1');
  if (!text.startsWith('%PDF-')) return 'something precedes it';
  if (!/%%EOF\s*$/.test(text)) return 'something follows its end';
  for (const [whole] of text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)) {
    const inside = unpacked(Buffer.from(whole.slice(whole.indexOf('\n') + 1), 'latin1'));
    if (NEVER.some((never) => inside.includes(never))) return 'a stream holds what was planted';
  }
  return null;
}

function unpacked(data: Buffer): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: 50_000_000 });
  } catch {
    return data;
  }
}
