/** Where a PDF's signature stands: the CMS, and the bytes it signs. */
export type SignedRange = { cms: Buffer; content: Buffer };

/**
 * Finds the one signature that was appended to a draft of a given length (ISO 32000-1, 12.8.1): the ByteRange must cover
 * the whole file but the signature itself, which stands behind the draft. Null where it does not.
 */
export function signedRange(file: Buffer, draftBytes: number): SignedRange | null {
  const appended = file.subarray(draftBytes).toString('latin1');
  const [range, ...more] = [...appended.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  if (range === undefined || more.length > 0) return null;
  const [from, before, second, after] = range.slice(1).map(Number);
  if (from !== 0 || before === undefined || second === undefined || after === undefined) return null;
  const covers = before > draftBytes && second > before && second + after === file.length;
  if (!covers || file[before] !== OPEN || file[second - 1] !== CLOSE) return null;
  const cms = readHex(file.subarray(before + 1, second - 1).toString('latin1'));
  return cms === null ? null : { cms, content: Buffer.concat([file.subarray(0, before), file.subarray(second)]) };
}

const OPEN = '<'.charCodeAt(0);
const CLOSE = '>'.charCodeAt(0);

/** The DER at the start of a hex text whose rest is zeros; null where there is anything else. */
function readHex(text: string): Buffer | null {
  if (text.length % 2 !== 0 || !(/^[0-9a-f]+$/.test(text) || /^[0-9A-F]+$/.test(text))) return null;
  const bytes = Buffer.from(text, 'hex');
  const length = lengthOfDer(bytes);
  if (length === null || length > bytes.length) return null;
  return bytes.subarray(length).every((byte) => byte === 0) ? bytes.subarray(0, length) : null;
}

/** The whole length of a DER SEQUENCE by its own head (X.690, 8.1.3). */
function lengthOfDer(bytes: Buffer): number | null {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return null;
  if (first < 0x80) return 2 + first;
  const octets = first & 0x7f;
  if (octets === 0 || octets > 4 || bytes.length < 2 + octets) return null;
  return 2 + octets + bytes.readUIntBE(2, octets);
}
