import type { Agency } from '../law/signature-issuance/agencies.ts';

/** Where the demo reaches a rehearsal: base URLs without a trailing slash, and bearer tokens of its officials. */
export type World = {
  api: string;
  mailbox: string;
  agencies: Readonly<Record<Agency, string>>;
  operator: string;
  auditor: string;
};
