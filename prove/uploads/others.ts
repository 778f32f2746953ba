import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import type { Hostile } from './hostile.ts';
import { EICAR, gzipBomb, nestedZip, tarOf, zipOf } from './makeArchives.ts';
import { drawing, jpeg, png } from './makePictures.ts';
import { pdf } from './makePdfs.ts';

const svg = (inside: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="490" height="630">${inside}</svg>`);
const brand = (name: string) =>
  Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${name}\0\0\0\0${name}mif1`), Buffer.alloc(600)]);

/** Pictures of kinds that are not taken. */
export const OTHER_PICTURES: readonly Hostile[] = [
  {
    what: 'GIF that is JavaScript too',
    kind: 'photograph',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`GIF89a/*\0\0\0\0*/=1;alert("${plant}")`),
  },
  {
    what: 'moving GIF',
    kind: 'photograph',
    ends: 'refused',
    make: () =>
      sharp(Buffer.alloc(90 * 60 * 3, 7), { raw: { width: 30, height: 180, channels: 3, pageHeight: 60 } })
        .gif()
        .toBuffer(),
  },
  { what: 'WebP', kind: 'photograph', ends: 'refused', make: (m) => drawing(m).webp().toBuffer() },
  {
    what: 'WebP that claims 16,384 x 16,384',
    kind: 'photograph',
    ends: 'refused',
    make: () =>
      Buffer.concat([
        Buffer.from('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\x10\0\0\0\xff\x3f\0\xff\x3f\0', 'latin1'),
        Buffer.alloc(30),
      ]),
  },
  {
    what: 'TIFF of several pages',
    kind: 'identity-document',
    ends: 'refused',
    make: () =>
      sharp(Buffer.alloc(90 * 60 * 3, 7), { raw: { width: 30, height: 180, channels: 3, pageHeight: 60 } })
        .tiff()
        .toBuffer(),
  },
  {
    what: 'BMP that claims 60,000 x 60,000',
    kind: 'identity-document',
    ends: 'refused',
    make: () =>
      Buffer.concat([
        Buffer.from('BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x60\xea\0\0\x60\xea\0\0\x01\0\x18\0', 'latin1'),
        Buffer.alloc(60),
      ]),
  },
  { what: 'HEIC', kind: 'photograph', ends: 'refused', make: () => brand('heic') },
  { what: 'AVIF', kind: 'photograph', ends: 'refused', make: (m) => drawing(m, 64, 64).avif({ effort: 0 }).toBuffer() },
  {
    what: 'Photoshop document',
    kind: 'photograph',
    ends: 'refused',
    make: () => Buffer.concat([Buffer.from('8BPS\0\x01'), Buffer.alloc(200)]),
  },
  {
    what: 'SVG with a script, named .svg',
    kind: 'photograph',
    ends: 'refused',
    name: () => 'a.svg',
    type: 'image/svg+xml',
    make: ({ plant }) => svg(`<script>alert("${plant}")</script>`),
  },
  {
    what: 'SVG with a script, named .png',
    kind: 'photograph',
    ends: 'refused',
    name: () => 'a.png',
    type: 'image/png',
    make: ({ plant }) => svg(`<image href="x" onerror="alert('${plant}')"/>`),
  },
  {
    what: 'SVG that reads a file of the machine',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;${plant}</text></svg>`,
      ),
  },
];

/** What is no picture and no document at all, under names and types that say it is. */
export const OTHER_FILES: readonly Hostile[] = [
  { what: 'nothing', kind: 'photograph', ends: 'refused', make: () => Buffer.alloc(0) },
  { what: 'one byte', kind: 'photograph', ends: 'refused', make: ({ chance }) => Buffer.from([chance.below(256)]) },
  {
    what: 'HTML named .jpg',
    kind: 'photograph',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`<!doctype html><script>${plant}</script>`),
  },
  {
    what: 'JavaScript',
    kind: 'identity-document',
    ends: 'refused',
    type: 'application/pdf',
    name: () => 'a.pdf',
    make: ({ plant }) => Buffer.from(`alert("${plant}")`),
  },
  {
    what: 'PHP',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`<?php system("${plant}");`),
  },
  {
    what: 'shell script',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`#!/bin/sh\necho ${plant}\n`),
  },
  {
    what: 'program of Windows named .pdf',
    kind: 'power-of-attorney',
    ends: 'refused',
    name: () => 'a.pdf',
    type: 'application/pdf',
    make: ({ plant }) =>
      Buffer.concat([
        Buffer.from('MZ\x90\0'),
        Buffer.alloc(60),
        Buffer.from(`This program cannot be run in DOS mode.${plant}`),
        Buffer.alloc(300),
      ]),
  },
  {
    what: 'program of Linux named .png',
    kind: 'photograph',
    ends: 'refused',
    make: ({ plant }) => Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01'), Buffer.alloc(100), Buffer.from(plant)]),
  },
  {
    what: 'random bytes',
    kind: 'photograph',
    ends: 'refused',
    make: ({ chance }) => Buffer.from(Uint8Array.from({ length: 5_000 }, () => chance.below(256))),
  },
  {
    what: 'mail with a page in it (MHTML)',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<script>${plant}</script>`),
  },
  {
    what: 'XML that grows (billion laughs)',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "${plant}">${'bcdefghij'
          .split('')
          .map((one, at) => `<!ENTITY ${one} "${`&${'abcdefghij'[at] ?? ''};`.repeat(10)}">`)
          .join('')}]><l>&j;</l>`,
      ),
  },
  { what: 'ZIP named .jpg', kind: 'photograph', ends: 'refused', make: ({ plant }) => zipOf({ 'a.jpg': plant }) },
  {
    what: 'ZIP bomb (500 MB of zeros)',
    kind: 'identity-document',
    ends: 'refused',
    make: () => zipOf({ '0': Buffer.alloc(500_000_000) }),
  },
  { what: 'archives in archives', kind: 'identity-document', ends: 'refused', make: ({ plant }) => nestedZip(plant) },
  {
    what: 'ZIP whose names climb',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => zipOf({ [`../../../../tmp/${plant}`]: plant }),
  },
  {
    what: 'ZIP with EICAR',
    kind: 'identity-document',
    ends: 'refused',
    make: () => zipOf({ 'eicar.com': EICAR }, { stored: true }),
  },
  {
    what: 'office document',
    kind: 'power-of-attorney',
    ends: 'refused',
    make: ({ plant }) =>
      zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': plant, 'word/vbaProject.bin': plant }),
  },
  { what: 'gzip bomb', kind: 'identity-document', ends: 'refused', make: () => gzipBomb(300) },
  { what: 'tar', kind: 'identity-document', ends: 'refused', make: ({ plant }) => tarOf('a.jpg', plant) },
  {
    what: 'tar in gzip',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => gzipSync(tarOf('../../a', plant)),
  },
  {
    what: '7z',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`7z\xbc\xaf\x27\x1c\0\x04${plant}`, 'latin1'),
  },
  {
    what: 'RAR',
    kind: 'identity-document',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`Rar!\x1a\x07\x01\0${plant}`, 'latin1'),
  },
  {
    what: 'EICAR alone',
    kind: 'identity-document',
    ends: 'refused',
    name: () => 'eicar.com',
    make: () => Buffer.from(EICAR),
  },
  { what: 'EICAR named .jpg', kind: 'photograph', ends: 'refused', make: () => Buffer.from(EICAR) },
  { what: 'PDF named .jpg', kind: 'photograph', ends: 'refused', make: () => pdf() },
  {
    what: 'text that begins as a PDF',
    kind: 'power-of-attorney',
    ends: 'refused',
    make: ({ plant }) => Buffer.from(`%PDF-1.7 ${plant}`),
  },
  {
    what: 'HTML before a JPEG',
    kind: 'photograph',
    ends: 'refused',
    make: async (m) => Buffer.concat([Buffer.from(`<html>${m.plant}`), await jpeg(m)]),
  },
  {
    what: 'JPEG said to be HTML',
    kind: 'photograph',
    ends: 'cleaned',
    name: () => 'a.html',
    type: 'text/html',
    make: async (m) => Buffer.concat([await jpeg(m), Buffer.from(m.plant)]),
  },
  {
    what: 'PNG said to be a PDF',
    kind: 'identity-document',
    ends: 'cleaned',
    name: () => 'a.pdf',
    type: 'application/pdf',
    make: async (m) => Buffer.concat([await png(m), Buffer.from(m.plant)]),
  },
];
