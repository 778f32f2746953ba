import sharp from 'sharp';
import { specimenMark } from './specimenMark.ts';

/** Width and height of the drawn photograph in pixels: 35 x 45 mm at a little over 300 dpi. */
export const PHOTOGRAPH_SIZE = { width: 490, height: 630 } as const;

/** The drawing of a face that is nobody's, as SVG 490 x 630: what the photograph and the passport page show. */
export function portrait(): string {
  return `<rect width="490" height="630" fill="#dfe6ea"/>
    <path d="M40 630 Q60 470 190 450 H300 Q430 470 450 630 Z" fill="#2f4f6f"/>
    <path d="M190 450 L245 530 L300 450 Z" fill="#f4f4f0"/>
    <rect x="205" y="380" width="80" height="90" fill="#d9a47e"/>
    <ellipse cx="245" cy="270" rx="118" ry="150" fill="#e3b08a"/>
    <path d="M125 260 Q115 100 245 96 Q375 100 365 260 Q350 170 245 165 Q140 170 125 260 Z" fill="#4a3222"/>
    <g fill="#ffffff"><ellipse cx="200" cy="265" rx="20" ry="11"/><ellipse cx="290" cy="265" rx="20" ry="11"/></g>
    <g fill="#3d5a3a"><circle cx="200" cy="265" r="9"/><circle cx="290" cy="265" r="9"/></g>
    <g stroke="#4a3222" stroke-width="7" fill="none"><path d="M172 238 Q200 226 226 238"/><path d="M264 238 Q290 226 318 238"/></g>
    <path d="M245 275 L236 325 Q245 333 256 326" fill="none" stroke="#b97f5c" stroke-width="5"/>
    <path d="M205 365 Q245 380 285 365" fill="none" stroke="#a8483f" stroke-width="9"/>`;
}

/** A photograph as R1598/2.3.2 asks for it, marked SPECIMEN: JPEG, in colour, 490 x 630 pixels. */
export async function makePhotograph(): Promise<Uint8Array> {
  const { width, height } = PHOTOGRAPH_SIZE;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    ${portrait()}${specimenMark(85, 550, 320, '#ffd24a')}</svg>`;
  return sharp(Buffer.from(svg)).withDensity(356).jpeg({ quality: 88 }).toBuffer();
}
