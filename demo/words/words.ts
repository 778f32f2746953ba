import type { Agency } from '../../law/signature-issuance/agencies.ts';
import type { ScenarioId } from '../scenario.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

/** The languages in which the demo speaks, Azerbaijani first. */
export type Language = 'az' | 'en' | 'ru';

/** Everything the demo says; `when` and `day` arrive already written in the language. */
export type DemoWords = {
  agencies: Record<Agency, string>;
  cases: Record<ScenarioId, string>;
  outcomes: Record<'approved' | 'negative-opinion' | 'withdrawn' | 'undecided', string>;
  starts: string;
  plays: (url: string) => string;
  sentBack: (status: number, clause: string, items: number) => string;
  nothingLost: string;
  registered: (caseNumber: string) => string;
  reached: (agencies: number, endsAt: string) => string;
  systemDown: (agency: string) => string;
  notReached: (agency: string, attempt: number) => string;
  incident: (agency: string) => string;
  systemBack: (agency: string) => string;
  termStarted: (agency: string, endsAt: string) => string;
  opinions: Record<'nothing-against' | 'negative', string>;
  effects: Record<'ended-the-case' | 'noted', string>;
  late: (receivedAt: string, endsAt: string) => string;
  stillOpen: string;
  approved: string;
  finGiven: string;
  withdrawn: string;
  table: { case: string; decided: string };
  received: (when: string) => string;
  counted: (n: number, day: string) => string;
  passedOver: (from: string, to: string, why: string) => string;
  silenceFrom: (when: string) => string;
  termUntil: (when: string) => string;
  fin: Record<'drawn' | 'identity-card' | 'cancelled' | 'none', string>;
  letters: (subjects: string) => string;
  evidence: (rows: number, file: string) => string;
  recordOfSilence: (file: string) => string;
  pages: (operator: string, auditor: string) => string;
  verifyBy: (command: string) => string;
  allAsExpected: (cases: number, people: number, seconds: number) => string;
  differs: (what: string, expected: string, found: string) => string;
  notAsExpected: (differences: number) => string;
  faults: {
    usage: string;
    badExpected: (file: string) => string;
    nobodyThere: (url: string) => string;
    notARehearsal: (url: string) => string;
    clockIsPast: (url: string, now: string, start: string) => string;
    noToken: string;
    cannotStart: (why: string) => string;
    brokeOff: (why: string, log: string) => string;
  };
};

/** The words by language. */
export const WORDS: Readonly<Record<Language, DemoWords>> = { az, en, ru };
