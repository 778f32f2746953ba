import type { Hostile, Making } from './hostile.ts';
import { EICAR, zipOf } from './makeArchives.ts';
import * as made from './makePictures.ts';

const { cut, drawing, jpeg, segment, withFrame, withSegments } = made;
const after = (first: Buffer, rest: Buffer | string) => Buffer.concat([first, Buffer.from(rest)]);

/** JPEGs that are something else too, tell too much, claim too much, or are none. */
export const JPEGS: readonly Hostile[] = [
  {
    what: 'JPEG with HTML behind it',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => after(await jpeg(m), `<html><script>${m.plant}</script>`),
  },
  {
    what: 'JPEG with a ZIP behind it',
    kind: 'identity-document',
    ends: 'cleaned',
    make: async (m) => after(await jpeg(m), zipOf({ [m.plant]: m.plant })),
  },
  {
    what: 'JPEG that is JavaScript too',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => withSegments(await jpeg(m), segment(0xfe, `/*${m.plant}*/=alert("${m.plant}")/*`)),
  },
  {
    what: 'JPEG with PHP in its comment',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => withSegments(await jpeg(m), segment(0xfe, `<?php system("${m.plant}"); ?>`)),
  },
  {
    what: 'JPEG with EICAR in its comment',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withSegments(await jpeg(m), segment(0xfe, EICAR)),
  },
  { what: 'JPEG with position and camera in Exif', kind: 'photograph', ends: 'cleaned', make: made.positioned },
  { what: 'the same as an identity document', kind: 'identity-document', ends: 'cleaned', make: made.positioned },
  {
    what: 'JPEG with position in XMP',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => withSegments(await jpeg(m), segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${made.xmp(m.plant)}`)),
  },
  {
    what: 'JPEG with a place in IPTC',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) =>
      withSegments(
        await jpeg(m),
        segment(
          0xed,
          `Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0${String.fromCharCode(m.plant.length + 5)}\x1c\x02\x5a\0${String.fromCharCode(m.plant.length)}${m.plant}`,
        ),
      ),
  },
  {
    what: 'JPEG with a second picture behind it (MPO)',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => after(await jpeg(m), withSegments(await jpeg(m), segment(0xfe, m.plant))),
  },
  {
    what: 'JPEG with 200 ICC segments of nonsense',
    kind: 'photograph',
    ends: 'either',
    make: async (m) =>
      withSegments(
        await jpeg(m),
        ...Array.from({ length: 200 }, (_, at) =>
          segment(
            0xe2,
            Buffer.concat([
              Buffer.from(`ICC_PROFILE\0${String.fromCharCode(at + 1)}\xc8`, 'latin1'),
              Buffer.alloc(20_000, m.plant),
            ]),
          ),
        ),
      ),
  },
  {
    what: 'JPEG that claims 65,500 x 65,500',
    kind: 'identity-document',
    ends: 'refused',
    make: async (m) => withFrame(await jpeg(m), { width: 65_500, height: 65_500 }),
  },
  {
    what: 'JPEG that claims 50,000 x 64,286',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withFrame(await jpeg(m), { width: 50_000, height: 64_286 }),
  },
  {
    what: 'JPEG that claims 5,570 x 7,160 and brings 490 x 630',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withFrame(await jpeg(m), { width: 5_570, height: 7_160 }),
  },
  {
    what: 'JPEG of no height',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withFrame(await jpeg(m), { height: 0 }),
  },
  {
    what: 'JPEG that says it is lossless',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withFrame(await jpeg(m), { sof: 0xc3 }),
  },
  {
    what: 'JPEG of 12 bits',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => withFrame(await jpeg(m), { precision: 12 }),
  },
  {
    what: 'progressive JPEG whose last scan comes 2,000 times',
    kind: 'identity-document',
    ends: 'either',
    make: repeatedScans,
  },
  {
    what: 'JPEG of 41 million pixels',
    kind: 'identity-document',
    ends: 'refused',
    make: (m) => drawing(m, 8_200, 5_000).jpeg({ quality: 20 }).toBuffer(),
  },
  {
    what: 'JPEG of 39.9 million pixels, as large as may be',
    kind: 'identity-document',
    ends: 'cleaned',
    make: async (m) => after(await drawing(m, 7_980, 5_000).jpeg({ quality: 20 }).toBuffer(), m.plant),
  },
  {
    what: 'JPEG in CMYK',
    kind: 'photograph',
    ends: 'cleaned',
    make: async (m) => after(await drawing(m).toColourspace('cmyk').jpeg().toBuffer(), m.plant),
  },
  { what: 'grey JPEG', kind: 'photograph', ends: 'refused', make: (m) => drawing(m).greyscale().jpeg().toBuffer() },
  { what: 'JPEG cut in half', kind: 'photograph', ends: 'refused', make: async (m) => cut(await jpeg(m), 0.5) },
  {
    what: 'JPEG cut in its header',
    kind: 'identity-document',
    ends: 'refused',
    make: async (m) => (await jpeg(m)).subarray(0, 30 + m.chance.below(100)),
  },
  { what: 'three bytes of a JPEG', kind: 'photograph', ends: 'refused', make: () => Buffer.from([0xff, 0xd8, 0xff]) },
  {
    what: 'JPEG a byte over the limit',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => Buffer.concat([await jpeg(m)], 5_000_001),
  },
];

async function repeatedScans(making: Making): Promise<Buffer> {
  const picture = await drawing(making, 2_000, 2_000).jpeg({ progressive: true }).toBuffer();
  const at = picture.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = picture.subarray(at, -2);
  return Buffer.concat(
    [picture.subarray(0, at), ...Array.from({ length: 2_000 }, () => scan), picture.subarray(-2)],
    9_900_000,
  );
}
