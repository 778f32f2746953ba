import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makePassportPage } from './files/passportPage.ts';
import { makePhotograph } from './files/photograph.ts';
import { makePowerOfAttorney } from './files/powerOfAttorney.ts';

/** The paths of the documents made, one for each kind of R1598/2.3.1-2.3.3. */
export type MadeFiles = { identityDocument: string; photograph: string; powerOfAttorney: string };

/** Draws the documents of an application, each marked SPECIMEN, into the folder (made if absent) and returns their paths. */
export async function makeFiles(folder: string): Promise<MadeFiles> {
  await mkdir(folder, { recursive: true });
  const made = {
    identityDocument: join(folder, 'passport.jpg'),
    photograph: join(folder, 'photograph.jpg'),
    powerOfAttorney: join(folder, 'power-of-attorney.pdf'),
  };
  await writeFile(made.identityDocument, await makePassportPage());
  await writeFile(made.photograph, await makePhotograph());
  await writeFile(made.powerOfAttorney, makePowerOfAttorney());
  return made;
}
