import type { FormParts, Hostile, Making } from './hostile.ts';
import { jpeg } from './makePictures.ts';
import { fieldParts, filePart, formOf, part, plainForm } from './writeForm.ts';

const named = (what: string, name: (plant: string) => string, ends: Hostile['ends'] = 'cleaned'): Hostile => ({
  what: `name: ${what}`,
  kind: 'photograph',
  ends,
  name: ({ plant }) => name(plant),
  make: jpeg,
});

/** A good photograph under names that harm whoever believes them. */
export const NAMES: readonly Hostile[] = [
  named('two endings', (plant) => `${plant}.jpg.exe`),
  named('read from right to left', (plant) => `${plant}\u202Egpj.exe`),
  named('climbs', (plant) => `../../../../../../tmp/${plant}.jpg`),
  named('climbs in Windows', (plant) => `..\\..\\..\\${plant}.jpg`),
  named('from the root', (plant) => `/etc/cron.d/${plant}`),
  named('NUL in it', (plant) => `${plant}.php\0.jpg`, 'either'),
  named('10,000 letters', (plant) => `${plant}${'a'.repeat(10_000)}.jpg`),
  named('a script', (plant) => `<img src=x onerror=alert(1)>${plant}.jpg`),
  named('SQL', (plant) => `${plant}'; DROP TABLE upload; --.jpg`),
  named('a device of Windows', (plant) => `CON.${plant}`),
  named('hidden', (plant) => `.${plant}`),
  named('letters that are none', (plant) => `\uFEFF\u0000\uD800${plant}\u{10FFFF}`, 'either'),
];

const formed = (
  what: string,
  ends: Hostile['ends'],
  form: (parts: FormParts) => ReturnType<typeof plainForm>,
): Hostile => ({
  what: `form: ${what}`,
  kind: 'photograph',
  ends,
  make: async (making: Making) => Buffer.concat([await jpeg(making), Buffer.from(making.plant)]),
  form,
});

/** Forms that are not what a browser sends. */
export const FORMS: readonly Hostile[] = [
  formed('another boundary than it says', 'refused', (p) =>
    formOf([...fieldParts(p.fields), filePart(p.file)], { contentType: 'multipart/form-data; boundary=other' }),
  ),
  formed('no boundary', 'refused', (p) => formOf([filePart(p.file)], { contentType: 'multipart/form-data' })),
  formed('cut short', 'refused', (p) =>
    formOf([...fieldParts(p.fields), filePart(p.file).subarray(0, -400)], { end: '' }),
  ),
  formed('5,000 parts', 'refused', (p) =>
    formOf([
      ...fieldParts(p.fields),
      ...Array.from({ length: 5_000 }, (_, at) => part(`Content-Disposition: form-data; name="f${at}"`, 'x')),
    ]),
  ),
  formed('eight files in one field', 'refused', (p) =>
    formOf([...fieldParts(p.fields), ...Array.from({ length: 8 }, () => filePart(p.file))]),
  ),
  formed('a file in another field', 'refused', (p) =>
    formOf([...fieldParts(p.fields), filePart({ ...p.file, field: 'other' })]),
  ),
  formed('a head of 200 KB', 'either', (p) =>
    formOf([...fieldParts(p.fields), filePart(p.file, `\r\nX-More: ${'x'.repeat(200_000)}`)]),
  ),
  formed('3,000 heads', 'either', (p) =>
    formOf([...fieldParts(p.fields), filePart(p.file, '\r\nX-More: x'.repeat(3_000))]),
  ),
  formed('a part within a part', 'refused', (p) =>
    formOf([
      ...fieldParts(p.fields),
      part(
        `Content-Disposition: form-data; name="${p.file.field}"\r\nContent-Type: multipart/mixed; boundary=in`,
        `--in\r\nContent-Disposition: file; filename="a.jpg"\r\n\r\nx\r\n--in--`,
      ),
    ]),
  ),
  formed('a file said to be in base64', 'either', (p) =>
    formOf([
      ...fieldParts(p.fields),
      filePart(
        { ...p.file, bytes: Buffer.from(p.file.bytes.toString('base64')) },
        '\r\nContent-Transfer-Encoding: base64',
      ),
    ]),
  ),
  formed('fields named as objects have them', 'either', (p) =>
    formOf([
      part('Content-Disposition: form-data; name="__proto__[kind]"', 'x'),
      ...fieldParts(p.fields),
      filePart(p.file),
    ]),
  ),
  formed('a field of 2 MB', 'refused', (p) =>
    formOf([
      part('Content-Disposition: form-data; name="more"', Buffer.alloc(2_000_000, 'x')),
      ...fieldParts(p.fields),
      filePart(p.file),
    ]),
  ),
  formed('a file of 30 MB', 'refused', (p) =>
    plainForm({ ...p, file: { ...p.file, bytes: Buffer.concat([p.file.bytes], 30_000_000) } }),
  ),
  formed('JSON where a form belongs', 'refused', (p) => ({
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify({ kind: 'photograph', file: p.file.bytes.toString('base64') })),
  })),
  formed('no content type', 'refused', (p) => ({ contentType: 'application/octet-stream', body: p.file.bytes })),
];
