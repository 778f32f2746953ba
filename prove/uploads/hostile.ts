import type { DocumentKind } from '../../law/signature-issuance/documents.ts';
import type { Chance } from '../tamper/chance.ts';

/** Every planted mark begins with this, so that all of them can be looked for at once. */
export const PLANT = 'MohletPlant';

/** What a file is made with: a mark to plant where it does harm, and chance that a seed repeats. */
export type Making = { plant: string; chance: Chance };

/** A form as it goes over the wire. */
export type WireForm = { contentType: string; body: Buffer };

/** One file of a form, and the fields beside it, before they are written. */
export type FormParts = {
  fields: Readonly<Record<string, string>>;
  file: { field: string; name: string; type: string; bytes: Buffer };
};

/**
 * A hostile file. It must be `refused`, or taken in `cleaned` of what was planted; `either` where both are right
 * (then what is kept must be clean all the same). `form` writes the form in a way of its own.
 */
export type Hostile = {
  what: string;
  kind: DocumentKind;
  ends: 'refused' | 'cleaned' | 'either';
  name?: (making: Making) => string;
  type?: string;
  make: (making: Making) => Promise<Buffer> | Buffer;
  form?: (parts: FormParts) => WireForm;
};
