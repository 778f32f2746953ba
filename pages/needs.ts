import type { Acts, FileStore, SignIn, Signer, TakeIn } from '../adapters/ports.ts';
import type { Readable } from 'node:stream';
import type { BookedEvent } from '../cases/applicant/readAppointment.ts';
import type { Language } from '../law/languages.ts';
import type { Description } from './api/description.ts';
import type { Member } from '../proof/evidencePack.ts';
import type { CaseRecord } from '../cases/record/record.ts';

/** What the pages are built with. */
export type PagesNeeds = {
  record: CaseRecord;
  files: FileStore;
  /** Judges an uploaded file and makes it safe. */
  takeIn: TakeIn;
  /** Draws the acts of hand-overs. */
  acts: Acts;
  /** Signs what the installation hands out; never inside a deed. */
  signer: Signer;
  /** The officials' sign-in (OpenID Connect). */
  signIn: SignIn;
  publishedKeys: () => Promise<unknown>;
  /** Packs the members of an evidence pack as one ZIP. */
  packZip: (members: readonly Member[]) => Readable;
  /** Writes an appointment for a calendar (RFC 5545). */
  writeCalendar: (event: BookedEvent & { caseNumber: string }, language: Language) => string;
  /** Judges a signed record of silence or an evidence pack: what it proves, in lines for a person; `exit` as `verify` has it. */
  judgeFile: (name: string, bytes: Buffer, language: Language) => Promise<{ lines: string[]; exit: number }>;
  /** The description of the API (OpenAPI 3.1). */
  document: Description;
  /** Each part of the system, up or down. */
  health: () => Promise<{ parts: Readonly<Record<string, 'up' | 'down'>> }>;
  /** Where people reach this installation: scheme, host, port. */
  publicUrl: string;
  nature: 'production' | 'rehearsal';
  /** Whether the legal clock may be moved here (a rehearsal alone). */
  clockRoute: boolean;
  /** Where the operators' view of Temporal is, if it has one. */
  temporalUi?: string;
};
