import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, createInflate, inflate } from 'node:zlib';
import { isMarkedHarmful } from './foreignContent.ts';
import { tellsPictureData } from './pictureData.ts';

const unzip = promisify(inflate);

/**
 * The texts of compressed object streams; `unsure` where a stream looked compressed and could not be opened, `harmful`
 * where one begins with the mark of harmful software, `tells` where one is a picture that tells place or camera.
 */
export type ObjectStreams =
  { kind: 'opened'; texts: Uint8Array[]; unsure: boolean; harmful: boolean; tells: boolean } | { kind: 'too-much' };

// Far above any document of fifty pages; below what would keep a processor busy for long.
const MAX_STREAMS = 5_000;
const MAX_BYTES = 64_000_000;

// What breaks off is unpacked up to there and counts for nothing: a file made of such streams would cost a minute.
const MAX_BROKEN = 20;

// All a viewer would unpack: fifty pages of A4 at 600 dpi in black and white are 220 MB, and no scan of 10 MB holds more.
const MAX_UNPACKED = 250_000_000;

// Enough to hold the longest Huffman table and some text behind it.
const HEAD = 1_024;

/**
 * Opens the deflated streams of a PDF that begin as object streams do (ISO 32000-2, 7.5.7): pairs of numbers. It goes by
 * what is in the stream, not by what its dictionary says. `too-much` where opening them would cost more than it may.
 */
export async function openObjectStreams(pdf: Uint8Array): Promise<ObjectStreams> {
  const buffer = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const texts: Uint8Array[] = [];
  let [unsure, harmful, tells] = [false, false, false];
  let streams = 0;
  let broken = 0;
  let left = MAX_BYTES;
  let unpacked = 0;
  for (let at = buffer.indexOf('stream'); at !== -1; at = buffer.indexOf('stream', at + 6)) {
    const start = dataAfter(buffer, at);
    if (start === null) continue;
    streams += 1;
    if (streams > MAX_STREAMS) return { kind: 'too-much' };
    const opened = await openStream(buffer.subarray(start), left);
    switch (opened.kind) {
      case 'too-much':
        return opened;
      case 'broken':
        unsure = true;
        broken += 1;
        if (broken > MAX_BROKEN) return { kind: 'too-much' };
        break;
      case 'other':
        left -= opened.head.length;
        harmful ||= isMarkedHarmful(opened.head);
        tells ||= tellsPictureData(opened.head);
        if (opened.head.length > 0) unpacked += await unpackedSize(opened.packed, MAX_UNPACKED - unpacked);
        if (unpacked > MAX_UNPACKED) return { kind: 'too-much' };
        break;
      case 'objects':
        left -= opened.text.length;
        harmful ||= isMarkedHarmful(opened.text);
        texts.push(opened.text);
        break;
    }
  }
  return { kind: 'opened', texts, unsure, harmful, tells };
}

type Opened =
  | { kind: 'objects'; text: Buffer }
  | { kind: 'other'; head: Buffer; packed: Buffer }
  | { kind: 'broken' }
  | { kind: 'too-much' };

async function openStream(data: Buffer, left: number): Promise<Opened> {
  if (!isDeflated(data)) return { kind: 'other', head: Buffer.alloc(0), packed: data };
  const head = await openBytes(data.subarray(0, HEAD), left);
  if ('kind' in head) return head;
  const mayBeObjects = head.length < 32 || beginsWithNumbers(head) || isDeflated(head);
  if (!mayBeObjects) return { kind: 'other', head, packed: data };
  const whole = await openBytes(data, left);
  if ('kind' in whole) return whole;
  if (beginsWithNumbers(whole) || !isDeflated(whole)) return { kind: 'objects', text: whole };
  // Filters may be stacked. What merely looks deflated, as pixels may by chance, is nothing broken.
  const inner = await openStream(whole, left - whole.length);
  return inner.kind === 'broken' ? { kind: 'objects', text: whole } : inner;
}

async function openBytes(data: Buffer, left: number): Promise<Buffer | { kind: 'broken' } | { kind: 'too-much' }> {
  if (left <= 0) return { kind: 'too-much' };
  try {
    return await unzip(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: left });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return { kind: isTooLarge ? 'too-much' : 'broken' };
  }
}

/** How many bytes a stream unpacks to, none of them kept; more than `limit` where it is more. */
async function unpackedSize(data: Buffer, limit: number): Promise<number> {
  let size = 0;
  await pipeline(
    Readable.from([data]),
    createInflate({ finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 256 * 1024 }),
    async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        size += chunk.length;
        if (size > limit) return;
      }
    },
  ).catch(() => undefined);
  return size;
}

function dataAfter(buffer: Buffer, at: number): number | null {
  if (buffer.subarray(Math.max(0, at - 3), at).equals(Buffer.from('end'))) return null;
  const next = buffer[at + 6];
  if (next === 0x0a) return at + 7;
  if (next !== 0x0d) return null;
  return buffer[at + 7] === 0x0a ? at + 8 : at + 7;
}

// RFC 1950, 2.2
function isDeflated(data: Buffer): boolean {
  return data.length > 2 && (data.readUInt8(0) & 0x0f) === 8 && data.readUInt16BE(0) % 31 === 0;
}

// A predictor puts a byte from 0 to 4 before every row, so what is no printing character is passed over.
function beginsWithNumbers(head: Buffer): boolean {
  const first = head.findIndex((byte) => byte > 0x20);
  return first !== -1 && /^(%|\d+\s+\d)/.test(head.subarray(first, first + 64).toString('latin1'));
}
