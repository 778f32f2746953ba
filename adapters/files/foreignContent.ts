// Every scanner knows this harmless test mark (EICAR, 2006). It is put together here, so that none takes this file for it.
const EICAR = ['$EICAR', 'STANDARD', 'ANTIVIRUS', 'TEST', 'FILE!'].join('-');

// Marks that no scan holds by chance (five bytes and more, or two that belong together) and that a browser, an unpacker
// or a system would act upon, wherever in the file they stand.
const MARKUP = [/<(?:script|html|iframe|object|embed|body|!doctype)[\s>/]/i, /<svg[\s>]/i, /<\?php/i];
const PROGRAMS = ['This program cannot be run in DOS mode', '\x7fELF\x01\x01\x01', '\x7fELF\x02\x01\x01'];
const ARCHIVES = ['Rar!\x1a\x07', '7z\xbc\xaf\x27\x1c'];

/** Whether bytes bear the one mark by which every virus scanner can be tried: no scanner of viruses, but its place. */
export function isMarkedHarmful(bytes: Uint8Array): boolean {
  return asBuffer(bytes).includes(EICAR, 0, 'latin1');
}

/** Whether bytes are a second file too (archive, page, program), for whoever reads them as that. */
export function holdsAnotherFile(bytes: Uint8Array): boolean {
  const buffer = asBuffer(bytes);
  const text = buffer.toString('latin1');
  return (
    isArchive(buffer) ||
    [...ARCHIVES, ...PROGRAMS].some((mark) => text.includes(mark)) ||
    MARKUP.some((mark) => mark.test(text))
  );
}

// A ZIP is found by its end and may begin anywhere (APPNOTE 4.3.16); tar and ISO 9660 have their marks at fixed places.
function isArchive(buffer: Buffer): boolean {
  const has = (mark: string, at?: number) =>
    at === undefined ? buffer.includes(mark, 0, 'latin1') : buffer.toString('latin1', at, at + mark.length) === mark;
  return (has('PK\x05\x06') && (has('PK\x03\x04') || has('PK\x01\x02'))) || has('ustar', 257) || has('CD001', 32_769);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
