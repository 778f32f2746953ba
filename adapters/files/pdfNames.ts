/**
 * The names looked for in a stretch of PDF, each once, and how many page objects it holds. `holders` are those with a
 * dictionary or a reference behind them, `pairs` two names in a row (`FS URL`): for names too short to be believed alone.
 * Only what is looked for is kept: a file of nothing but names would fill the memory.
 */
export type PdfNames = {
  sought: ReadonlySet<string>;
  names: Set<string>;
  holders: Set<string>;
  pairs: Set<string>;
  pages: number;
  /** How many more names are read: a file with more than any document has is not read to its end. */
  left: number;
};

// Far above any document of fifty pages, where a name stands every few dozen bytes; about a second's work.
const MOST_NAMES = 500_000;

/** Nothing read yet. */
export function noPdfNames(sought: Iterable<string>): PdfNames {
  const wanted = new Set([...sought, 'Type', 'Page']);
  return { sought: wanted, names: new Set(), holders: new Set(), pairs: new Set(), pages: 0, left: MOST_NAMES };
}

// No name looked for is longer, even with every letter written as #xx.
const LONGEST = 60;

const HOLDS = /^[\s\0]*(<<|\d{1,10}[\s\0]+\d{1,5}[\s\0]+R)/;

// White space and delimiters of ISO 32000-2, 7.2.3.
const DELIMITERS = new Uint8Array(256);
for (const byte of Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1')) DELIMITERS[byte] = 1;

/**
 * Reads every name (ISO 32000-2, 7.3.5) in the bytes, `#xx` decoded, wherever it stands: inside strings and streams too,
 * for a reader that skips what a viewer does not skip can be misled. Adds to `into`; false where there are too many.
 */
export function readPdfNames(bytes: Uint8Array, into: PdfNames): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let before = '';
  for (let at = buffer.indexOf(0x2f); at !== -1;) {
    into.left -= 1;
    if (into.left < 0) return false;
    const end = endOfName(buffer, at + 1);
    if (end - at - 1 < LONGEST) {
      const name = decoded(buffer.toString('latin1', at + 1, end));
      const isSought = into.sought.has(name);
      if (isSought) {
        into.names.add(name);
        if (HOLDS.test(buffer.toString('latin1', end, end + 32))) into.holders.add(name);
        if (into.sought.has(before)) into.pairs.add(`${before} ${name}`);
        if (name === 'Page' && before === 'Type') into.pages += 1;
      }
      before = isSought ? name : '';
    }
    at = buffer.indexOf(0x2f, end);
  }
  return true;
}

function decoded(name: string): string {
  if (!name.includes('#')) return name;
  return name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function endOfName(bytes: Uint8Array, from: number): number {
  const farthest = Math.min(bytes.length, from + LONGEST);
  for (let end = from; end < farthest; end += 1) {
    if (DELIMITERS[bytes[end] ?? 0] === 1) return end;
  }
  return farthest;
}
