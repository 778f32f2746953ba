import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isValidForThreeYears, validityEnd } from '../../../law/signature-issuance/validity.ts';

const ROWS = [
  ['2026-03-19T10:00:00+04:00', '2029-03-19T10:00:00.000+04:00'],
  // 29 February has no anniversary in three years: the 28th.
  ['2024-02-29T10:00:00+04:00', '2027-02-28T10:00:00.000+04:00'],
  ['2025-02-28T10:00:00+04:00', '2028-02-28T10:00:00.000+04:00'],
  // The day is Baku's: in UTC it is still the 28th.
  ['2024-02-28T21:00:00Z', '2027-02-28T01:00:00.000+04:00'],
] as const;

for (const [issued, ends] of ROWS)
  test(`R1598/2.19: issued ${issued}, valid until ${ends}`, () => {
    assert.equal(validityEnd(issued), ends);
    assert.ok(isValidForThreeYears({ validFrom: issued, validUntil: new Date(ends).toISOString() }));
    const second = new Date(Date.parse(ends) - 1000).toISOString();
    assert.ok(!isValidForThreeYears({ validFrom: issued, validUntil: second }));
  });
