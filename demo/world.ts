import type { Agency } from '../law/signature-issuance/agencies.ts';
import type { Centre } from '../law/signature-issuance/parties.ts';
import type { TokenFor } from './officials.ts';

/** Where the demo reaches a rehearsal: base URLs without a trailing slash, and bearer tokens of its officials. */
export type World = {
  api: string;
  mailbox: string;
  textMessages: string;
  agencies: Readonly<Record<Agency, string>>;
  centres: Readonly<Record<Centre, string>>;
  tokenFor: TokenFor;
  operator: string;
  auditor: string;
};
