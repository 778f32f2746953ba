import { parseArgs } from 'node:util';
import { type Size, SIZES } from './sizes.ts';

/** The parts that can be measured alone, in the order in which they run (the legal clock only goes forward). */
export const PARTS = ['cases', 'lives', 'opinions', 'silences', 'pages', 'calendar'] as const;
export type PartName = (typeof PARTS)[number];

/** What was asked for; `out` is the document whose table is replaced, `profile` a folder for processor profiles. */
export type Asked = { size: Size; parts: readonly PartName[]; out: string | null; profile: string | null };

/** Reads the command line. Throws an Error whose message is one sentence for the person who typed it. */
export function readArguments(words: readonly string[], document: string): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      tiny: { type: 'boolean', default: false },
      out: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  const unknown = positionals.find((word) => !PARTS.some((part) => part === word));
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}": it is one of ${PARTS.join(', ')}.`);
  const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
  const size = values.tiny ? SIZES.tiny : values.quick ? SIZES.quick : SIZES.full;
  // The document holds a whole run in full size, unless another place is named.
  const whole = size.name === 'full' && parts.length === PARTS.length;
  return { size, parts, out: values.out ?? (whole ? document : null), profile: values.profile ?? null };
}
