import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Decision } from '../../../law/calendar/decision.ts';
import { DECISION_FAULTS, decisionFaults, faultsOfRows } from '../../../law/calendar/decisionFaults.ts';
import { DECISION_FAULT_WORDS, sayDecisionFault } from '../../../law/calendar/decisionFaultWords.ts';
import { DECISIONS } from './seededDecisions.ts';

const swap: Decision = { day: '2025-03-28', kind: 'swap', instead: '2025-04-01', published: '2025-02-15' };
const faults = (change: Partial<Decision>, today?: string) =>
  decisionFaults({ ...swap, ...change }, today).map(({ field, reason }) => `${field} ${reason}`);

suite('what is wrong with a decision about a day', () => {
  test('nothing is wrong with any decision of the seed, on the day it was published and ever after', () => {
    for (const decision of DECISIONS) {
      assert.deepEqual(decisionFaults(decision), []);
      assert.deepEqual(decisionFaults(decision, decision.published ?? decision.day), []);
      assert.deepEqual(decisionFaults(decision, '2026-11-22'), []);
    }
  });

  const bad: [Partial<Decision>, string[]][] = [
    [{ instead: null }, ['instead swap-needs-instead']],
    [{ instead: swap.day }, ['instead swapped-for-itself']],
    [{ kind: 'ramazan' }, ['instead only-swap-has-instead']],
    [{ kind: 'election' }, ['instead only-swap-has-instead']],
    [{ published: '2025-02-16' }, ['published published-later']],
    [{ day: '2025-02-29', instead: 'tomorrow' }, ['day not-a-day', 'instead not-a-day']],
    [{ day: '2016-12-31' }, ['day year-out-of-range']],
    [{ day: '2027-01-01' }, ['day year-out-of-range']],
    [{ instead: '9999-01-02' }, ['instead year-out-of-range']],
    [{ published: '2023-12-31' }, ['day year-out-of-range', 'instead year-out-of-range']],
    [{ kind: 'qurban', day: '2099-06-06' }, ['instead only-swap-has-instead', 'day year-out-of-range']],
  ];
  for (const [change, wanted] of bad)
    test(`${JSON.stringify(change)}: ${wanted.join(', ')}`, () =>
      assert.deepEqual(faults(change, '2025-02-15'), wanted));

  test('a publication lies in the future only where a day is given to hold it against', () => {
    assert.deepEqual(faults({ published: '2025-02-16' }), []);
    assert.deepEqual(faults({ published: '2025-02-16' }, '2025-02-16'), []);
  });

  test('of one day no decision says two things by swaps', () => {
    const rows = (...pairs: [string, string][]) =>
      faultsOfRows(
        pairs.map(([day, instead]) => ({ ...swap, day, instead })),
        DECISIONS.filter(({ kind }) => kind !== 'swap'),
        '2025-02-15',
      ).map(({ row, field, reason }) => `${row} ${field} ${reason}`);
    const [friday, saturday, monday, sunday] = ['2025-04-11', '2025-04-12', '2025-04-14', '2025-04-13'];
    assert.deepEqual(rows([friday, saturday], [monday, sunday]), []);
    assert.deepEqual(rows([friday, saturday], [monday, saturday]), ['1 instead stands-twice'], 'two days for one');
    assert.deepEqual(rows([friday, saturday], [saturday, sunday]), ['1 day stands-twice'], 'worked and off');
    assert.deepEqual(rows([friday, saturday], [monday, friday]), ['1 instead stands-twice'], 'off and worked');
    assert.deepEqual(rows([friday, saturday], [friday, saturday]), ['1 day stands-twice', '1 instead stands-twice']);
  });

  test('Labour Code 105: a swap is held against the calendar it meets, and the sentence names the day', () => {
    const rows = (day: string, instead: string, more: readonly Decision[] = []) =>
      faultsOfRows(
        [...more, { ...swap, day, instead }],
        DECISIONS.filter(({ kind }) => kind !== 'swap'),
        '2025-02-15',
      ).map((fault) => `${fault.field} ${sayDecisionFault(fault, 'en')}`);
    const off = (day: string) =>
      `day ${day} is a day off already: the day that becomes a day off must be a working day.`;
    const worked = (day: string) =>
      `instead ${day} is a working day already: the day worked instead must be a day off.`;
    assert.deepEqual(rows('2025-04-12', '2025-04-13'), [off('2025-04-12')], 'a Saturday');
    assert.deepEqual(rows('2025-03-20', '2025-04-12'), [off('2025-03-20')], 'Novruz');
    assert.deepEqual(rows('2025-04-11', '2025-04-14'), [worked('2025-04-14')]);
    assert.deepEqual(rows('2025-04-12', '2025-04-14'), [off('2025-04-12'), worked('2025-04-14')]);
    const feast: Decision = { day: '2025-04-11', kind: 'ramazan', instead: null, published: '2025-02-15' };
    assert.deepEqual(rows('2025-04-11', '2025-04-12', [feast]), [off('2025-04-11')], 'by the same decision');
    const none = faultsOfRows([swap], [], '2025-02-15').map(({ field, reason, day }) => [field, reason, day]);
    assert.deepEqual(none, [
      ['day', 'year-not-covered', swap.day],
      ['instead', 'year-not-covered', swap.instead],
    ]);
  });

  for (const year of [3026, 9998])
    test(`Labour Code 105: a stray day of ${year} is its own fault alone, and makes no year before it look decided`, () => {
      const published = '2027-01-05';
      const feast = (kind: 'ramazan' | 'qurban', day: string): Decision => ({ day, kind, instead: null, published });
      const moved = (day: string, instead: string): Decision => ({ day, kind: 'swap', instead, published });
      const rows = [
        feast('ramazan', `${year}-03-09`),
        feast('qurban', `${year}-05-16`),
        moved('2027-04-09', '2027-04-10'),
        moved('2028-04-07', '2028-04-08'),
      ];
      const found = faultsOfRows(rows, DECISIONS, '2027-01-10').map((one) => `${one.row} ${one.field} ${one.reason}`);
      assert.deepEqual(found, [
        '0 day year-out-of-range',
        '1 day year-out-of-range',
        '3 day year-not-covered',
        '3 instead year-not-covered',
      ]);
    });

  test('every swap of the seed is accepted by the calendar it met', () => {
    for (const decision of DECISIONS.filter(({ kind }) => kind === 'swap')) {
      const published = decision.published ?? '2026-11-22';
      const others = DECISIONS.filter((one) => one !== decision);
      assert.deepEqual(
        faultsOfRows([{ ...decision, published }], others, '2026-11-22').filter(({ reason }) =>
          reason.endsWith('-already'),
        ),
        [],
      );
    }
  });

  test('every fault has its sentence in every language', () => {
    for (const reason of DECISION_FAULTS)
      assert.equal(new Set(Object.values(DECISION_FAULT_WORDS[reason]).filter((text) => text !== '')).size, 3);
  });
});
