import type { Database } from './database.ts';
import type { PassFailpoint } from './failpoints.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import type { Seal } from './seal.ts';

/** What every deed is made with: where it is written, and what seals it. */
export type CaseRecord = { database: Database; seal: Seal; failpoint: PassFailpoint };

/** Who does a deed, in which capacity; `id` is an official's subject or an agency's name, never a person's name. */
export type Actor = {
  capacity:
    | 'applicant'
    | 'agency'
    | 'procedure'
    | 'operator'
    | 'auditor'
    | 'reviewer'
    | 'centre-officer'
    | 'ministry-officer'
    | 'courier'
    | 'mission-officer'
    | 'mobile-operator-officer'
    | 'centre'
    | 'installation'
    | 'unknown';
  id?: string;
  /** An official's body and post, as the token names them. */
  body?: string;
  post?: string;
  /** The party an official stands for; the deeds decide by it what is theirs to do. */
  party?: Party;
};

/** The procedure itself as the one who does a deed. */
export const THE_PROCEDURE: Actor = { capacity: 'procedure' };
