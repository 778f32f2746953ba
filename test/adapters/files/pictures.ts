import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** The size of a photograph that is accepted, unless told otherwise. */
const SIZE = { width: 490, height: 630 };

/** A drawn picture with colours in it, to be encoded by the caller; its upper left quarter is red. */
export function drawing(width = SIZE.width, height = SIZE.height): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#88aacc"/><rect width="50%" height="50%" fill="#cc2211"/></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}

/** A JPEG with a name, a place and an ICC profile in its metadata, to be looked for after it was taken in. */
export function withMetadata(): Promise<Buffer> {
  return drawing()
    .withExif({
      IFD0: { Artist: 'Zaqatala Sirri', ImageDescription: 'taken at home' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 22/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '49/1 53/1 0/1' },
    })
    .withIccProfile('srgb', { attach: true })
    .jpeg()
    .toBuffer();
}

/** A JPEG lying on its side whose orientation flag says to turn it a quarter clockwise: upright 490 x 630, red upper right. */
export function lyingWithFlag(): Promise<Buffer> {
  return drawing(SIZE.height, SIZE.width).withMetadata({ orientation: 6 }).jpeg().toBuffer();
}

/** A well-formed PNG that claims a size of its own and holds next to nothing: a pixel bomb when large. */
export function claimedPng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(1_000));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
