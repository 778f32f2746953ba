import type { Nature } from './trust.ts';

/** One ISO day (Baku) of a term: counted or passed over, and the code of the reason. */
export type DayOfTerm = { date: string; counted: boolean; why: string };

/** Why a term was made longer, from which instant to which. */
type ExtensionOfTerm = { ground: string; rule: string; from: string; to: string };

/** A move of a term's end by a newer calendar: both ends, that calendar's version, and when it was confirmed. */
type MoveOfEnd = { from: string; to: string; calendarVersion: string; at: string };

/** How and when one agency was asked, its days, and what came of it (R1598/2.7, 2.8). All instants are ISO. */
export type AskedAgency = {
  agency: string;
  request: string;
  delivered: { at: string; how: 'acknowledged' | 'inbox-and-mail' | 'by-hand' | 'by-its-opinion' };
  reminders: { at: string }[];
  term: {
    workingDays: number;
    days: DayOfTerm[];
    endsAt: string;
    calendarVersion: string;
    provisional: boolean;
    extensions: ExtensionOfTerm[];
    /** Absent where the end was never moved. */
    recomputed?: MoveOfEnd[];
  };
  opinion: null | { at: string; kind: 'nothing-against' };
  outages: { channel: string; from: string; to: string | null }[];
};

/** The act that an approval by silence leaves (R1598/2.8). */
export type RecordOfSilence = {
  kind: 'record-of-silence';
  version: 1;
  nature: Nature;
  installation: string;
  caseNumber: string;
  clause: 'R1598/2.8';
  decidedAt: string;
  agencies: AskedAgency[];
  outcome: 'approved-by-silence';
};
