import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE_IDS } from '../../../law/clauses.ts';
import { NOTICES } from '../../../law/signature-issuance/notices.ts';
import type { NoticeEvent, NoticeKind } from '../../../law/signature-issuance/notices.ts';

const told: Record<NoticeEvent, [NoticeKind, 'applicant' | 'agency' | 'applicant-and-agencies', string]> = {
  'application-registered': ['registered', 'applicant', 'R1598/2.6'],
  'application-incomplete': ['mend-this', 'applicant', 'Q191/7.4'],
  'application-not-eligible': ['refused', 'applicant', 'Q191/7.1.3'],
  'negative-opinion-in-time': ['negative-opinion', 'applicant', 'R1598/2.8'],
  'no-negative-opinion-in-time': ['approved-by-silence', 'applicant', 'R1598/2.8'],
  'application-withdrawn': ['withdrawn', 'applicant', 'Q191/6.3'],
  'end-moved-by-a-newer-calendar': ['end-moved', 'applicant-and-agencies', 'R1598/2.8'],
  'one-working-day-before-the-end': ['agency-reminder', 'agency', 'R1598/2.8'],
  'file-in-inbox': ['agency-file-in-inbox', 'agency', 'R1598/2.7'],
};

test('R1598/2.6, R1598/2.7, R1598/2.8, Q191/6.3, Q191/7.1.3, Q191/7.4: every event has its one notice, addressee and clause', () => {
  const rows = Object.entries(NOTICES).map(([kind, rule]) => [rule.on, [kind, rule.to, rule.clause]]);
  assert.equal(rows.length, new Set(rows.map(([on]) => on)).size);
  assert.deepEqual(Object.fromEntries(rows), told);
});

test('every notice rests on a clause of the list', () => {
  for (const rule of Object.values(NOTICES)) assert.ok(CLAUSE_IDS.includes(rule.clause), rule.clause);
});
