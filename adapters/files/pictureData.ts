// Segments of a JPEG that tell where, when and with what it was taken: Exif and XMP (APP1), IPTC (APP13).
const SEGMENTS = [
  { marker: 0xe1, begins: 'Exif\0\0' },
  { marker: 0xe1, begins: 'http://ns.adobe.com/xap/1.0/\0' },
  { marker: 0xe1, begins: 'http://ns.adobe.com/xmp/extension/\0' },
  { marker: 0xed, begins: 'Photoshop 3.0\0' },
] as const;

const PACKET = /<\?xpacket begin[\s\S]{0,1000000}?<\?xpacket end[^>]{0,40}\?>/g;
const TELLS = /GPS|tiff:(?:Make|Model)|exif:|exifEX:|photoshop:City/;

/**
 * A PDF without what its pictures tell about place and camera: those bytes are zeros (in XMP: blanks) and nothing else
 * moves, so every offset still holds. Null where there is nothing of the kind.
 */
export function withoutPictureData(pdf: Uint8Array): Buffer | null {
  const made = Buffer.from(pdf);
  let changed = false;
  for (const { marker, begins } of SEGMENTS) {
    for (let at = made.indexOf(begins, 4, 'latin1'); at !== -1; at = made.indexOf(begins, at + 1, 'latin1')) {
      if (made[at - 4] !== 0xff || made[at - 3] !== marker) continue;
      made.fill(0, at, Math.min(made.length, at - 2 + made.readUInt16BE(at - 2)));
      changed = true;
    }
  }
  for (const { index, 0: packet } of made.toString('latin1').matchAll(PACKET)) {
    if (!TELLS.test(packet)) continue;
    made.fill(' ', index, index + packet.length);
    changed = true;
  }
  return changed ? made : null;
}

/** Whether the unpacked beginning of a stream is a picture or a description that tells such things. */
export function tellsPictureData(head: Buffer): boolean {
  const text = head.toString('latin1');
  return SEGMENTS.some(({ begins }) => text.includes(begins)) || (text.includes('xmpmeta') && TELLS.test(text));
}
