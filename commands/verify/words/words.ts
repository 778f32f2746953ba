import type { ContradictionKind } from '../../../proof/contradictions.ts';
import type { AskedAgency } from '../../../proof/silence.ts';
import type { SilenceProof } from '../../../proof/silenceProof.ts';

/** What `verify` says in one language. Instants and days come written already, in that language. */
export type VerifyWords = {
  usage: string;
  noFile: string;
  badTrust: string;
  /** One sentence for each outcome; each has an exit code of its own. */
  outcomes: Record<SilenceProof['kind'], string>;
  contradictions: Record<ContradictionKind | 'signed-before-decision', string>;
  agencies: Readonly<Record<string, string>>;
  how: Record<AskedAgency['delivered']['how'], string>;
  decided: (caseNumber: string, at: string) => string;
  delivered: (at: string, how: string) => string;
  reminded: (at: string) => string;
  counted: (days: string, workingDays: number) => string;
  passedOver: (days: string) => string;
  ended: (at: string, calendarVersion: string) => string;
  provisional: string;
  extended: (from: string, to: string, ground: string) => string;
  recomputed: (at: string, from: string, to: string, calendarVersion: string) => string;
  outage: (channel: string, from: string, to: string) => string;
  lasting: string;
  silent: string;
  nothingAgainst: (at: string) => string;
  signed: (installation: string, kid: string, at: string | null) => string;
};
