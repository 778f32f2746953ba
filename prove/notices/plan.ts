import type { TextBehaviour } from '../../adapters/text-messages/behaviour.ts';
import type { Chance } from '../tamper/chance.ts';

/** What becomes of a person's letters: taken, refused at once, or taken and returned. */
export type MailFate = 'taken' | 'refused' | 'returned';

/** How the provider treats a person's number, at first and in the end, and whether a message arrives. */
export type TextFate = { name: string; arrives: boolean; first: Partial<TextBehaviour>; last: Partial<TextBehaviour> };

/** A person to be told: by which address and number, and what is to become of either. */
export type Person = { mail: MailFate; text: TextFate; email: string; mobile: string };

const always = (name: string, arrives: boolean, how: Partial<TextBehaviour>): TextFate => ({
  name,
  arrives,
  first: how,
  last: how,
});

const TEXT_FATES: readonly TextFate[] = [
  always('delivered', true, {}),
  always('told late', true, { lateMs: 3_000 }),
  always('told twice', true, { callbacks: 'twice' }),
  always('told out of order', true, { callbacks: 'out-of-order' }),
  always('told nothing', true, { callbacks: 'lost' }),
  always('sent without an answer', true, { answer: 'hang' }),
  always('sent without an answer, told nothing', true, { answer: 'hang', callbacks: 'lost' }),
  { name: 'too many at first', arrives: true, first: { answer: '429' }, last: {} },
  { name: 'broken at first', arrives: true, first: { answer: '500' }, last: {} },
  always('refused', false, { answer: 'refuse' }),
  always('failed', false, { outcome: 'fail' }),
  always('undelivered, told nothing', false, { outcome: 'undelivered', callbacks: 'lost' }),
  always('undelivered, forged as delivered', false, { outcome: 'undelivered', callbacks: 'forged' }),
];

const MAIL_FATES: readonly MailFate[] = ['taken', 'taken', 'refused', 'returned'];

/** Draws a person, the n-th; his address and number are nobody else's. */
export function drawPerson(n: number, chance: Chance): Person {
  const mail = chance.pick(MAIL_FATES);
  return {
    mail,
    text: chance.pick(TEXT_FATES),
    email: `${mail}-${n}@example.com`,
    mobile: `+447400${String(100_000 + n)}`,
  };
}

/** The provider's whole behaviour towards these people. */
export function numbersOf(people: readonly Person[], when: 'first' | 'last'): Record<string, Partial<TextBehaviour>> {
  return Object.fromEntries(people.map(({ mobile, text }) => [mobile, text[when]]));
}
