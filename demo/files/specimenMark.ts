// The letters are drawn, not set: the machine may have no font at all. Each fits a box of 60 x 100.
const LETTERS: Record<string, string> = {
  S: 'M60 15 Q45 0 28 0 Q0 0 0 25 Q0 46 30 50 Q60 54 60 76 Q60 100 30 100 Q12 100 0 86',
  P: 'M0 100 V0 H32 Q60 0 60 28 Q60 56 32 56 H0',
  E: 'M60 0 H0 V100 H60 M0 50 H48',
  C: 'M60 16 Q48 0 32 0 Q0 0 0 50 Q0 100 32 100 Q48 100 60 84',
  I: 'M30 0 V100 M10 0 H50 M10 100 H50',
  M: 'M0 100 V0 L30 60 L60 0 V100',
  N: 'M0 100 V0 L60 100 V0',
};

/**
 * The word SPECIMEN as an SVG group in strokes of the given colour, its upper left corner at x, y, as wide as told (in
 * the units of the drawing) and turned by so many degrees clockwise.
 */
export function specimenMark(x: number, y: number, width: number, colour: string, turned = 0): string {
  const letters = [...'SPECIMEN'].map(
    (letter, at) => `<path transform="translate(${at * 80} 0)" d="${LETTERS[letter]}"/>`,
  );
  const place = `translate(${x} ${y}) rotate(${turned}) scale(${width / 620})`;
  return `<g transform="${place}" fill="none" stroke="${colour}" stroke-width="14" stroke-opacity="0.8">${letters.join('')}</g>`;
}
