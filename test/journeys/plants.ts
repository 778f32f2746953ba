import { readFile } from 'node:fs/promises';
import { takeIn } from '../../adapters/files/takeIn.ts';
import type { TestStack } from '../support/stack.ts';

/** What is planted in a form: words and numbers that stand nowhere else, so that finding one is finding a leak. */
export type Plant = {
  surname: string;
  givenName: string;
  number: string;
  birthDate: string;
  email: string;
  mobile: string;
  residentialAddress: string;
  secretAnswer: string;
};

export const FOREIGNER: Plant = {
  surname: 'Vexlerwynquist',
  givenName: 'Zumrudaneth',
  number: 'ZQ7719305',
  birthDate: '1979-11-23',
  email: 'planted.foreigner@example.com',
  mobile: '+44 7400 987654',
  residentialAddress: '17 Planted Crescent, Cardigan',
  secretAnswer: 'Kittywagtail',
};

export const CITIZEN: Plant = {
  surname: 'Əkilmişzadə',
  givenName: 'Günəşxanım',
  number: 'AA9038172',
  birthDate: '1983-02-27',
  email: 'planted.citizen@example.com',
  mobile: '+49 1512 7654321',
  residentialAddress: 'Pflanzgasse 9, 10115 Berlin',
  secretAnswer: 'Sarıkəklik',
};

/** A form of the demo with the plant in it. */
export async function planted(form: string, plant: Plant): Promise<unknown> {
  const { applicant, ...rest } = JSON.parse(await readFile(form, 'utf8')) as { applicant: Record<string, object> };
  const { number, mobile, ...person } = plant;
  const document: Record<string, unknown> = { ...applicant['identityDocument'], number };
  delete document['machineReadableZone'];
  const account = { ...applicant['bankAccount'], beneficiary: `${plant.givenName} ${plant.surname}` };
  return {
    ...rest,
    applicant: {
      ...applicant,
      ...person,
      registeredAddress: plant.residentialAddress,
      identityDocument: document,
      phones: { mobile },
      bankAccount: account,
    },
  };
}

/**
 * What to look for: each planted text as it is, percent-encoded and in base64 at any of its three places, and pieces of
 * the pictures' bytes as sent and as stored, in base64 and hex too.
 */
export async function needles(plants: readonly Plant[], files: TestStack['files']): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for (const plant of plants)
    for (const [name, text] of Object.entries(plant)) {
      found.set(`${name} ${text}`, Buffer.from(text));
      found.set(`${name} ${text}, percent-encoded`, Buffer.from(encodeURIComponent(text)));
      for (const [place, piece] of inBase64(Buffer.from(text)).entries())
        found.set(`${name} ${text}, base64 ${place}`, Buffer.from(piece));
    }
  for (const [kind, path] of Object.entries(files) as ['photograph' | 'identity-document', string][]) {
    const sent = await readFile(path);
    const taken = await takeIn(kind, sent);
    if (taken.kind === 'refused') throw new Error('the planted picture was refused');
    for (const [which, bytes] of [
      ['sent', sent],
      ['stored', Buffer.from(taken.bytes)],
    ] as const) {
      const piece = bytes.subarray(Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 24);
      found.set(`${kind} as ${which}`, piece);
      found.set(`${kind} as ${which}, hex`, Buffer.from(piece.toString('hex')));
      for (const [place, text] of inBase64(piece).entries())
        found.set(`${kind} as ${which}, base64 ${place}`, Buffer.from(text));
    }
  }
  return found;
}

/** The letters of base64 that stand for the bytes wherever they lie in a longer run of bytes. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return text.slice(before === 0 ? 0 : before + 1, -2);
  });
}
