import { deflateSync } from 'node:zlib';
import type { Hostile, Making } from './hostile.ts';
import { zipOf } from './makeArchives.ts';
import * as made from './makePictures.ts';

const { chunk, cut, drawing, png, withChunks } = made;
const after = (first: Buffer, rest: Buffer | string) => Buffer.concat([first, Buffer.from(rest)]);
const text = (keyword: string, data: Buffer | string) =>
  Buffer.concat([Buffer.from(`${keyword}\0`), Buffer.from(data)]);
const zeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 1_000_000));

/** PNGs that are something else too, tell too much, claim too much, or are none. */
export const PNGS: readonly Hostile[] = [
  {
    what: 'PNG with HTML behind it',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => after(await png(m), `<script>${m.plant}</script>`),
  },
  {
    what: 'PNG with a ZIP behind it',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => after(await png(m), zipOf({ a: m.plant })),
  },
  {
    what: 'PNG with a text',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => withChunks(await png(m), chunk('tEXt', text('Comment', `<script>${m.plant}`))),
  },
  {
    what: 'PNG with position in Exif',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) =>
      drawing(m)
        .withExif({ IFD0: { Make: m.plant }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '40/1 22/1 0/1' } })
        .png()
        .toBuffer(),
  },
  {
    what: 'PNG with a text that unpacks to 200 MB',
    kind: 'photograph',
    ends: 'either',
    make: async (m) =>
      withChunks(await png(m), chunk('zTXt', text('Comment', Buffer.concat([Buffer.from([0]), zeros(200)])))),
  },
  {
    what: 'PNG with 2,000 texts',
    kind: 'photograph',
    ends: 'either',
    make: async (m) =>
      withChunks(await png(m), ...Array.from({ length: 2_000 }, (_, at) => chunk('tEXt', text(`k${at}`, m.plant)))),
  },
  {
    what: 'PNG with an ICC profile that unpacks to 200 MB',
    kind: 'photograph',
    ends: 'either',
    make: async (m) =>
      withChunks(await png(m), chunk('iCCP', text('p', Buffer.concat([Buffer.from([0]), zeros(200)])))),
  },
  {
    what: 'PNG that claims 50,000 x 50,000',
    kind: 'identity-document',
    ends: 'refused',
    make: () => made.claimedPng(50_000, 50_000, Buffer.alloc(1_000)),
  },
  {
    what: 'PNG that claims 2 to the 31st',
    kind: 'identity-document',
    ends: 'refused',
    make: () => made.claimedPng(0x7fffffff, 0x7fffffff, Buffer.alloc(10)),
  },
  {
    what: 'PNG of 490 x 630 whose pixels unpack to 400 MB',
    kind: 'photograph',
    ends: 'refused',
    make: () => made.claimedPng(490, 630, Buffer.alloc(400_000_000)),
  },
  {
    what: 'PNG of 36 million black pixels in 110 KB',
    kind: 'identity-document',
    ends: 'cleaned',
    make: (m) => after(made.claimedPng(6_000, 6_000, Buffer.alloc(6_000 * (1 + 6_000 * 3))), m.plant),
  },
  { what: 'PNG whose pixels spell a script', kind: 'identity-document', ends: 'either', make: speltInPixels },
  {
    what: 'PNG of no width',
    kind: 'identity-document',
    ends: 'refused',
    make: () => made.claimedPng(0, 600, Buffer.alloc(600)),
  },
  {
    what: 'moving PNG',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withChunks(await png(m), chunk('acTL', Buffer.from([0, 0, 0, 9, 0, 0, 0, 0]))),
  },
  {
    what: 'PNG of 16 bits',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => after(await drawing(m).toColourspace('rgb16').png().toBuffer(), m.plant),
  },
  {
    what: 'grey PNG of 16 bits',
    kind: 'photograph',
    ends: 'refused',
    make: (m) => drawing(m).greyscale().toColourspace('grey16').png().toBuffer(),
  },
  { what: 'PNG cut in half', kind: 'photograph', ends: 'refused', make: async (m) => cut(await png(m), 0.5) },
  {
    what: 'PNG with a wrong checksum',
    kind: 'photograph',
    ends: 'either',
    make: async (m) => spoilt(await png(m), 30),
  },
];

function speltInPixels({ plant, chance }: Making): Buffer {
  const pixels = Buffer.from(Uint8Array.from({ length: 600 * 600 * 3 }, () => chance.below(256)));
  // Every row begins with it; noise is not packed, so it would lie there as it is.
  for (let row = 0; row < 600; row += 1) pixels.write(`<script>${plant}</script>`, row * 1_800);
  const rows = Array.from({ length: 600 }, (_, row) =>
    Buffer.concat([Buffer.from([0]), pixels.subarray(row * 1_800, (row + 1) * 1_800)]),
  );
  return made.claimedPng(600, 600, Buffer.concat(rows));
}

function spoilt(bytes: Buffer, at: number): Buffer {
  const spoiled = Buffer.from(bytes);
  spoiled[at] = (spoiled[at] ?? 0) ^ 0xff;
  return spoiled;
}
