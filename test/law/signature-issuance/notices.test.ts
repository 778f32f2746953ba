import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLAUSE_IDS } from '../../../law/clauses.ts';
import { NOTICES } from '../../../law/signature-issuance/notices.ts';
import type { NoticeEvent, NoticeKind, Recipients } from '../../../law/signature-issuance/notices.ts';

const told: Record<NoticeEvent, [NoticeKind, Recipients, string]> = {
  'application-registered': ['registered', 'applicant', 'R1598/2.6'],
  'applicant-signs-in': ['sign-in-code', 'applicant', 'R1598/2.6'],
  'application-incomplete': ['mend-this', 'applicant', 'Q191/7.4'],
  'application-not-eligible': ['refused', 'applicant', 'Q191/7.1.3'],
  'negative-opinion-in-time': ['negative-opinion', 'applicant', 'R1598/2.8'],
  'no-negative-opinion-in-time': ['approved-by-silence', 'applicant', 'R1598/2.8'],
  'application-withdrawn': ['withdrawn', 'applicant', 'Q191/6.3'],
  'end-moved-by-a-newer-calendar': ['end-moved', 'applicant-and-agencies', 'R1598/2.8'],
  'one-working-day-before-the-end': ['agency-reminder', 'agency', 'R1598/2.8'],
  'file-in-inbox': ['agency-file-in-inbox', 'agency', 'R1598/2.7'],
  'deficiency-found-by-the-centre': ['centre-deficiency', 'applicant', 'R1598/2.9'],
  'centre-decided-to-issue': ['issuance-decided', 'applicant', 'R1598/2.9'],
  'centre-refused': ['centre-refusal', 'applicant', 'R1598/2.9'],
  'decision-reached-the-mission': ['mission-decision-arrived', 'office', 'R1598/2.9'],
  'mission-invited': ['invited', 'applicant', 'R1598/2.11'],
  'no-invitation-in-time': ['invitation-overdue', 'applicant', 'R1598/2.11'],
  'appointment-booked-or-moved': ['appointment-booked', 'applicant', 'R1598/2.12'],
  'appointment-cancelled': ['appointment-cancelled', 'applicant', 'R1598/2.12'],
  'applicant-did-not-come': ['no-show', 'applicant', 'R1598/2.12'],
  'documents-do-not-match': ['mismatch', 'applicant', 'R1598/2.13'],
  'certificate-handed-over': ['issued', 'applicant', 'R1598/2.15'],
  'case-lapsed': ['lapsed', 'applicant', 'R1598/1.5'],
  'some-days-before-the-end': ['term-reminder', 'office', 'R1598/2.16'],
  'term-overdue': ['term-overdue', 'office', 'R1598/2.16'],
};

test('R1598/1.5, R1598/2.6-2.8, R1598/2.9, R1598/2.11, R1598/2.12, R1598/2.13, R1598/2.15, R1598/2.16, Q191/6.3, Q191/7.1.3, Q191/7.4: every event has its one notice, addressee and clause', () => {
  const rows = Object.entries(NOTICES).map(([kind, rule]) => [rule.on, [kind, rule.to, rule.clause]]);
  assert.equal(rows.length, new Set(rows.map(([on]) => on)).size);
  assert.deepEqual(Object.fromEntries(rows), told);
});

test('every notice rests on a clause of the list', () => {
  for (const rule of Object.values(NOTICES)) assert.ok(CLAUSE_IDS.includes(rule.clause), rule.clause);
});
