import { crc32, deflateRawSync, gzipSync } from 'node:zlib';

/** The one mark by which every virus scanner can be tried; put together here, so that none takes this file for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!$H+H*'].join('-');

/** A ZIP of the entries (APPNOTE 4.3), deflated or stored as they are. */
export function zipOf(entries: Readonly<Record<string, Buffer | string>>, { stored = false } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(entries)) {
    const data = Buffer.from(content);
    const packed = stored ? data : deflateRawSync(data);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(stored ? 0 : 8, 4);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), about, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), about, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]);
}

/** Six layers of archives, each with four copies of the one within. */
export function nestedZip(plant: string): Buffer {
  let inner: Buffer = zipOf({ 'a.txt': plant });
  for (let layer = 0; layer < 6; layer += 1)
    inner = zipOf(Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`${at}.zip`, inner])));
  return inner;
}

/** An archive of one tar entry whose name is given (POSIX ustar). */
export function tarOf(name: string, content: string): Buffer {
  const head = Buffer.alloc(512);
  head.write(name.slice(0, 100), 0, 'latin1');
  head.write('0000644\0', 100);
  head.write(content.length.toString(8).padStart(11, '0'), 124);
  head.write('        0', 148);
  head.write('ustar\x0000', 257);
  return Buffer.concat([head, Buffer.from(content.padEnd(512, '\0')), Buffer.alloc(1_024)]);
}

/** Zeros that unpack to so many million bytes. */
export const gzipBomb = (megabytes: number): Buffer => gzipSync(Buffer.alloc(megabytes * 1_000_000));
