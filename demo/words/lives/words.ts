import type { Language } from '../words.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

type ThingKind = 'token' | 'sim' | 'certificate' | 'certificate-contract' | 'sim-contract';

/** What the demo says of a life after the virtual FIN; dates, names of parties and things arrive already written. */
export type LifeWords = {
  things: Record<ThingKind, string>;
  copy: (thing: string, copy: number) => string;
  answersAll: string;
  centreDecided: (centre: string, mission: string, until: string) => string;
  deficient: (centre: string, items: number, since: string) => string;
  mended: string;
  invited: (mission: string) => string;
  overdue: (mission: string, until: string) => string;
  simEntered: (operator: string, things: string) => string;
  carried: (things: string, giver: string, taker: string) => string;
  slots: (mission: string, day: string, times: string) => string;
  booked: (when: string, zone: string) => string;
  noShow: (when: string) => string;
  matches: string;
  differs: (reason: string) => string;
  finCancelled: string;
  toldWhere: (act: string) => string;
  signed: (contracts: string) => string;
  received: (validUntil: string, centre: string, until: string) => string;
  entered: (centre: string) => string;
  damaged: (thing: string, taker: string) => string;
  chainStopped: string;
  settled: (thing: string) => string;
  replaced: (thing: string, serial: string) => string;
  textsLost: (number: string) => string;
  textsFailed: (texts: number, letters: number) => string;
  group: {
    name: string;
    progress: (done: number, of: number, step: keyof LifeWords['group']['steps']) => string;
    steps: Record<'registered' | 'decided' | 'carried' | 'booked' | 'signed' | 'entered', string>;
    opened: (bundle: string, copies: number, mission: string, until: string) => string;
    onward: (copies: number, giver: string, taker: string) => string;
    term: (holder: string, clause: string, until: string) => string;
    arrived: (copies: number, taker: string, clause: string) => string;
    whole: (bundle: string) => string;
    leg: (clause: string, holder: string, from: string, until: string, done: string) => string;
    heading: (people: number, bundle: string) => string;
  };
  table: { expected: string; seen: string };
  waits: (party: string) => string;
  outcomes: Record<'issued' | 'mismatch', string>;
  term: (clause: string, holder: string, until: string, how: string) => string;
  termOutcomes: Record<'done' | 'done-late' | 'stopped' | 'overdue' | 'open', string>;
  validUntil: (when: string) => string;
  packChecked: (file: string, said: string) => string;
  contractFile: (file: string) => string;
  actFile: (file: string) => string;
  checkYourself: (command: string) => string;
};

/** The words of lives by language. */
export const LIFE_WORDS: Readonly<Record<Language, LifeWords>> = { az, en, ru };
