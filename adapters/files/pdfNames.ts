/**
 * The names in a stretch of PDF, each once, and how many page objects it holds. `holders` are those with a dictionary or
 * a reference behind them, `pairs` two names in a row (`FS URL`): for names too short to be believed alone.
 */
export type PdfNames = { names: Set<string>; holders: Set<string>; pairs: Set<string>; pages: number };

/** Nothing read yet. */
export function noPdfNames(pages = 0): PdfNames {
  return { names: new Set(), holders: new Set(), pairs: new Set(), pages };
}

// No name looked for is longer, even with every letter written as #xx.
const LONGEST = 60;

const HOLDS = /^[\s\0]*(<<|\d{1,10}[\s\0]+\d{1,5}[\s\0]+R)/;

// White space and delimiters of ISO 32000-2, 7.2.3.
const DELIMITERS = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1'));

/**
 * Reads every name (ISO 32000-2, 7.3.5) in the bytes, `#xx` decoded, wherever it stands: inside strings and streams too,
 * for a reader that skips what a viewer does not skip can be misled. Adds to `into`, which it returns.
 */
export function readPdfNames(bytes: Uint8Array, into: PdfNames = noPdfNames()): PdfNames {
  let before = '';
  for (let at = bytes.indexOf(0x2f); at !== -1;) {
    const end = endOfName(bytes, at + 1);
    if (end - at - 1 < LONGEST) {
      const name = Buffer.from(bytes.subarray(at + 1, end))
        .toString('latin1')
        .replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
      into.names.add(name);
      if (HOLDS.test(Buffer.from(bytes.subarray(end, end + 32)).toString('latin1'))) into.holders.add(name);
      into.pairs.add(`${before} ${name}`);
      if (name === 'Page' && before === 'Type') into.pages += 1;
      before = name;
    }
    at = bytes.indexOf(0x2f, end);
  }
  return into;
}

function endOfName(bytes: Uint8Array, from: number): number {
  const farthest = Math.min(bytes.length, from + LONGEST);
  for (let end = from; end < farthest; end += 1) {
    if (DELIMITERS.has(bytes[end] ?? 0)) return end;
  }
  return farthest;
}
