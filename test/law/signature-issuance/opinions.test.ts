import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { outcomeOfOpinions, type TermStanding } from '../../../law/signature-issuance/opinions.ts';

/** Four terms alike, but for the first agency's. */
function terms(all: Partial<TermStanding>, first: Partial<TermStanding> = {}): TermStanding[] {
  const running: Omit<TermStanding, 'agency'> = { started: true, ended: false, answer: null, blocked: false };
  return AGENCIES.map((agency, at) => ({ agency, ...running, ...all, ...(at === 0 && first) }));
}

describe('R1598/2.8: the four terms together', () => {
  const cases: [string, TermStanding[], boolean, string][] = [
    ['silence in every ended term approves', terms({ ended: true }), true, 'approved'],
    ['one term that runs keeps the case open', terms({ ended: true }, { ended: false }), true, 'open'],
    [
      'an agency that was not told has not stayed silent',
      terms({ ended: true }, { started: false, ended: false }),
      true,
      'open',
    ],
    ['one negative opinion decides', terms({ ended: true }, { answer: 'negative' }), true, 'negative-opinion'],
    ['four answers of nothing against end it early', terms({ answer: 'nothing-against' }), true, 'approved'],
    ['with early end off four answers wait', terms({ answer: 'nothing-against' }), false, 'open'],
    [
      'a term that has not begun has not ended, whatever was answered',
      terms({ answer: 'nothing-against', ended: true }, { started: false, ended: false }),
      false,
      'open',
    ],
    ['nor is anything approved early over it', terms({ answer: 'nothing-against' }, { started: false }), true, 'open'],
    ['an unreadable message blocks silence', terms({ ended: true }, { blocked: true }), true, 'open'],
    [
      'an unreadable message blocks an early end',
      terms({ answer: 'nothing-against' }, { blocked: true }),
      true,
      'open',
    ],
    [
      'an unreadable message blocks also after every term ended with an answer',
      terms({ answer: 'nothing-against', ended: true }, { blocked: true }),
      false,
      'open',
    ],
    [
      'a negative opinion decides over an unreadable message',
      terms({ blocked: true }, { answer: 'negative' }),
      true,
      'negative-opinion',
    ],
  ];
  for (const [name, facts, earlyEnd, expected] of cases)
    it(`R1598/2.8: ${name}`, () => assert.equal(outcomeOfOpinions(facts, { earlyEnd }).kind, expected));
});
