import type { CaseRecord } from '../../cases/record/record.ts';
import { seal, unseal } from '../../cases/record/seal.ts';

/** A value as a session's row holds it where it is a secret or personal: codes, and what somebody typed. */
export type Sealed = string & { readonly sealed: unique symbol };

/** Seals a value for a session, under the installation's own key: a copy of the table opens nothing. */
export function sealFor(record: CaseRecord, value: unknown): Sealed {
  return seal(record.seal.keyFor('session'), JSON.stringify(value)).toString('base64') as Sealed;
}

/** What `sealFor` sealed. */
export function openSealed<T>(record: CaseRecord, sealed: Sealed): T {
  return JSON.parse(unseal(record.seal.keyFor('session'), Buffer.from(sealed, 'base64')).toString()) as T;
}
