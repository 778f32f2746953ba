// Segments of a JPEG that tell where, when and with what it was taken: Exif and XMP (APP1), IPTC (APP13).
const SEGMENTS = [
  { marker: 0xe1, begins: 'Exif\0\0' },
  { marker: 0xe1, begins: 'http://ns.adobe.com/xap/1.0/\0' },
  { marker: 0xe1, begins: 'http://ns.adobe.com/xmp/extension/\0' },
  { marker: 0xed, begins: 'Photoshop 3.0\0' },
] as const;

// The two marks of an XMP packet (ISO 16684-1, 7.3.2), and how much may lie between them.
const BEGIN = '<?xpacket begin';
const END = '<?xpacket end';
const END_MARK = /^<\?xpacket end[^>]{0,40}\?>/;
const LONGEST_PACKET = 1_000_000;
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
  for (const { from, until } of packetsIn(made)) {
    if (!TELLS.test(made.toString('latin1', from, until))) continue;
    made.fill(' ', from, until);
    changed = true;
  }
  return changed ? made : null;
}

/** The XMP packets, each from a begin to the first end mark behind it: every byte is looked at once, whatever the file. */
function packetsIn(pdf: Buffer): { from: number; until: number }[] {
  const packets = [];
  let end = endMark(pdf, 0);
  for (let from = pdf.indexOf(BEGIN); from !== -1 && end !== null;) {
    if (end.at < from + BEGIN.length) end = endMark(pdf, from + BEGIN.length);
    else if (end.at - from > LONGEST_PACKET) from = pdf.indexOf(BEGIN, from + BEGIN.length);
    else {
      packets.push({ from, until: end.until });
      from = pdf.indexOf(BEGIN, end.until);
    }
  }
  return packets;
}

function endMark(pdf: Buffer, from: number): { at: number; until: number } | null {
  for (let at = pdf.indexOf(END, from); at !== -1; at = pdf.indexOf(END, at + 1)) {
    const mark = END_MARK.exec(pdf.toString('latin1', at, at + 60))?.[0];
    if (mark !== undefined) return { at, until: at + mark.length };
  }
  return null;
}

/** Whether the unpacked beginning of a stream is a picture or a description that tells such things. */
export function tellsPictureData(head: Buffer): boolean {
  const text = head.toString('latin1');
  return SEGMENTS.some(({ begins }) => text.includes(begins)) || (text.includes('xmpmeta') && TELLS.test(text));
}
