import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { Making } from './hostile.ts';

/** A picture that would be taken as a photograph, its colours drawn by chance, to be encoded. */
export function drawing({ chance }: Making, width = 490, height = 630): Sharp {
  const colour = () => `rgb(${chance.below(256)},${chance.below(256)},${chance.below(256)})`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#88aacc"/><rect width="50%" height="60%" fill="#cc2211"/>
    <circle cx="60%" cy="60%" r="20%" fill="${colour()}"/><circle cx="30%" cy="80%" r="9%" fill="${colour()}"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

export const jpeg = (making: Making): Promise<Buffer> => drawing(making).jpeg().toBuffer();
export const png = (making: Making): Promise<Buffer> => drawing(making).png().toBuffer();

/** A JPEG marker segment (ITU-T T.81, B.1.1.4). */
export function segment(marker: number, content: Buffer | string): Buffer {
  const data = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A JPEG with segments put behind its first two bytes. */
export function withSegments(picture: Buffer, ...segments: readonly Buffer[]): Buffer {
  return Buffer.concat([picture.subarray(0, 2), ...segments, picture.subarray(2)]);
}

/** A JPEG whose frame header claims other values: precision, height, width (T.81, B.2.2). */
export function withFrame(
  picture: Buffer,
  claim: { sof?: number; precision?: number; height?: number; width?: number },
) {
  const made = Buffer.from(picture);
  const at = made.indexOf(Buffer.from([0xff, 0xc0]));
  if (at === -1) throw new Error('no baseline frame');
  if (claim.sof !== undefined) made[at + 1] = claim.sof;
  if (claim.precision !== undefined) made[at + 4] = claim.precision;
  if (claim.height !== undefined) made.writeUInt16BE(claim.height, at + 5);
  if (claim.width !== undefined) made.writeUInt16BE(claim.width, at + 7);
  return made;
}

/** A JPEG that tells where and with what it was taken, the plant as its camera's make. */
export async function positioned(making: Making): Promise<Buffer> {
  return drawing(making)
    .withExif({
      IFD0: {
        Make: making.plant,
        Model: 'Camera 1',
        Artist: making.plant,
        ImageDescription: `<script>${making.plant}`,
      },
      IFD2: { LensModel: 'Lens', BodySerialNumber: '0042' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 22/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 53/1 0/1' },
    })
    .jpeg()
    .toBuffer();
}

/** What XMP says of a place, with the plant as the camera's maker. */
export function xmp(plant: string): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description tiff:Make="${plant}" exif:GPSLatitude="40,22N" exif:GPSLongitude="49,53E"/></x:xmpmeta><?xpacket end="w"?>`;
}

/** A chunk of a PNG with its checksum (PNG 5.3). */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG with chunks put behind its header. */
export function withChunks(picture: Buffer, ...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([picture.subarray(0, 33), ...chunks, picture.subarray(33)]);
}

/** A PNG that claims a size and brings the pixels given, packed. */
export function claimedPng(width: number, height: number, pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The first share of the bytes. */
export function cut(bytes: Buffer, share: number): Buffer {
  return bytes.subarray(0, Math.floor(bytes.length * share));
}
