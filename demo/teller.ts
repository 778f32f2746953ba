import { complaintAct } from '../law/signature-issuance/complaint.ts';
import { missionName } from '../law/signature-issuance/missions.ts';
import { partyName } from '../law/signature-issuance/partyWords.ts';
import type { Thing } from './officials.ts';
import type { Stage } from './stage.ts';
import { LIFE_WORDS, type LifeWords } from './words/lives/words.ts';
import { writeDay, writeDate, writeWhen } from './words/writeWhen.ts';

const YEAR = '2026-01-01';

/** The words of lives with parties, things and instants written in the reader's language. */
export function teller({ language }: Pick<Stage, 'language'>) {
  const words: LifeWords = LIFE_WORDS[language];
  const party = (name: string) => partyName(name, language);
  const thing = ({ kind, serial, copy }: Thing) => {
    const named = `${words.things[kind as keyof LifeWords['things']]} ${short(serial)}`;
    return kind === 'sim-contract' && copy !== undefined ? words.copy(named, copy) : named;
  };
  return {
    words,
    party,
    /** The holder of a term: a party, with the part of a bundle where it holds two. */
    holder: (name: string) => {
      const [holder = name, part] = name.split('/');
      return part !== 'asan' && part !== 'e-imza'
        ? party(holder)
        : `${party(holder)} (${part === 'asan' ? 'ASAN imza' : 'E-imza'})`;
    },
    /** A party at the beginning of a sentence. */
    Party: (name: string) => party(name).replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(language)),
    mission: (id: string) => missionName(id, language),
    thing,
    things: (several: readonly Thing[]) => several.map(thing).join(', '),
    when: (instant: string) => writeWhen(instant, language),
    /** An instant with its year. */
    date: (instant: string) => writeDate(instant, language),
    /** A local time of a mission (ISO with its offset) as its clock shows it. */
    local: (startsAt: string) => `${writeDay(startsAt.slice(0, 10), language)} ${startsAt.slice(11, 16)}`,
    day: (day: string) => writeDay(day, language),
    /** The act on complaints, in the reader's language and in every language a letter may be in. */
    complaint: () => complaintAct(YEAR, language),
    complaintActs: () => (['az', 'en', 'ru'] as const).map((one) => complaintAct(YEAR, one)),
  };
}

/** A certificate's number of 32 digits by its beginning; all others whole. */
function short(serial: string): string {
  return /^[0-9a-f]{20,}$/.test(serial) ? `${serial.slice(0, 8)}…` : serial;
}

export type Teller = ReturnType<typeof teller>;
