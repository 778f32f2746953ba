import sharp from 'sharp';
import { portrait } from './photograph.ts';
import { specimenMark } from './specimenMark.ts';

// The specimen of ICAO Doc 9303: a person and a state that do not exist.
const ROWS = [
  ['Type / Code / No.', 'P   UTO   L898902C3'],
  ['Surname', 'ERIKSSON'],
  ['Given names', 'ANNA MARIA'],
  ['Nationality', 'UTOPIAN'],
  ['Date of birth', '12 AUG 1974'],
  ['Sex', 'F'],
  ['Date of expiry', '15 APR 2012'],
];
const ZONE = [
  'P&lt;UTOERIKSSON&lt;&lt;ANNA&lt;MARIA&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt;',
  'L898902C36UTO7408122F1204159ZE184226B&lt;&lt;&lt;&lt;&lt;10',
];

/** A scanned passport page, marked SPECIMEN: JPEG in colour, slightly askew, 1480 x 1040 pixels (125 x 88 mm at 300 dpi). */
export async function makePassportPage(): Promise<Uint8Array> {
  const rows = ROWS.map(
    ([label, value], at) =>
      `<text x="560" y="${190 + at * 82}" font-size="20" fill="#567">${label}</text>
       <text x="560" y="${224 + at * 82}" font-size="32" fill="#111">${value}</text>`,
  );
  const zone = ZONE.map(
    (line, at) =>
      `<text x="80" y="${890 + at * 60}" font-family="monospace" font-size="50" textLength="1280">${line}</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1480" height="1040">
    <rect width="1480" height="1040" fill="#f6f4ee"/>
    <g transform="rotate(0.6 740 520)" font-family="sans-serif">
      <rect x="40" y="40" width="1400" height="960" rx="24" fill="#dfe9e2" stroke="#7a9a86" stroke-width="4"/>
      <path d="M40 140 H1440 M40 820 H1440" stroke="#7a9a86" stroke-width="3"/>
      <text x="80" y="108" font-size="46" fill="#245">PASSPORT    UTOPIA</text>
      <svg x="80" y="180" width="430" height="553" viewBox="0 0 490 630">${portrait()}</svg>
      ${rows.join('')}${zone.join('')}
      ${specimenMark(330, 700, 1000, '#b00020', -24)}
    </g></svg>`;
  return sharp(Buffer.from(svg)).withDensity(300).jpeg({ quality: 80 }).toBuffer();
}
