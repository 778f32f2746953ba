import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { readDecisions } from '../../../law/calendar/readDecisions.ts';
import { totalOutages } from '../../../law/signature-issuance/outages.ts';
import { endOfWorkingDay, mayReview, timeLeft } from '../../../law/signature-issuance/review.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'prisma', 'calendar-decisions.csv');
const calendar = buildCalendar(readDecisions(readFileSync(FILE, 'utf8')));
const END = '2026-04-03T00:00:00+04:00';

test('R1598/2.8: what is left of a term, over Novruz 2026', () => {
  const at = (now: string) => timeLeft(calendar, now, END);
  assert.deepEqual(at('2026-03-19T10:00:00+04:00'), { kind: 'left', workingDays: 3, hours: 14, lastDay: false });
  assert.deepEqual(at('2026-03-22T10:00:00+04:00'), { kind: 'left', workingDays: 3, hours: 0, lastDay: false });
  assert.deepEqual(at('2026-04-01T23:30:00+04:00'), { kind: 'left', workingDays: 1, hours: 0, lastDay: false });
  assert.deepEqual(at('2026-04-02T00:00:00+04:00'), { kind: 'left', workingDays: 0, hours: 24, lastDay: true });
  assert.deepEqual(at(END), { kind: 'ended' });
});

test('R1598/2.8: of a kept end that lies on a day taken off since, the hours of that day are left (ADR 8)', () => {
  const saturday = { now: '2026-04-04T20:00:00+04:00', endsAt: '2026-04-05T00:00:00+04:00' };
  assert.deepEqual(timeLeft(calendar, saturday.now, saturday.endsAt), {
    ...{ kind: 'left', workingDays: 0, hours: 4, lastDay: true },
  });
});

test('R1598/2.8: the working day that runs, or the next, ends at 24:00 in Baku', () => {
  assert.equal(endOfWorkingDay(calendar, '2026-03-21T10:00:00+04:00'), '2026-04-01T00:00:00+04:00');
  assert.equal(endOfWorkingDay(calendar, '2026-03-31T19:59:59Z'), '2026-04-01T00:00:00+04:00');
  assert.equal(endOfWorkingDay(calendar, '2026-03-31T20:00:00Z'), '2026-04-02T00:00:00+04:00');
});

test('R1598/2.8: in a year that the calendar does not cover every day counts as worked, and nothing fails', () => {
  assert.equal(endOfWorkingDay(calendar, '2091-07-07T10:00:00+04:00'), '2091-07-08T00:00:00+04:00');
  assert.deepEqual(timeLeft(calendar, '2091-07-07T10:00:00+04:00', '2091-07-10T00:00:00+04:00'), {
    ...{ kind: 'left', workingDays: 2, hours: 14, lastDay: false },
  });
});

test('R1598/2.8: nobody judges his own application (ADR 34)', () => {
  assert.equal(mayReview({ isApplicant: false, declaredParty: false }).kind, 'may');
  assert.equal(mayReview({ isApplicant: true, declaredParty: false }).kind, 'refused');
  assert.equal(mayReview({ isApplicant: false, declaredParty: true }).kind, 'refused');
});

test('R1598/2.8: only the time in which every answering channel was out keeps an agency from answering (ADR 33)', () => {
  const out = (channel: string, from: string, to: string | null) => ({
    channel,
    from: `2026-03-19T${from}:00.000Z`,
    to: to === null ? null : `2026-03-19T${to}:00.000Z`,
  });
  const now = '2026-03-19T20:00:00.000Z';
  const both = ['agency-endpoint', 'pages'];
  const one = [out('agency-endpoint', '10:00', '12:00')];
  assert.deepEqual(totalOutages(one, both, now), []);
  assert.equal(totalOutages(one, ['agency-endpoint'], now).length, 1, 'where there are no pages');
  assert.deepEqual(totalOutages([...one, out('pages', '11:00', '13:00')], both, now), [
    out('agency-endpoint+pages', '11:00', '12:00'),
  ]);
  assert.deepEqual(totalOutages([out('agency-endpoint', '18:00', null), out('pages', '19:00', null)], both, now), [
    out('agency-endpoint+pages', '19:00', null),
  ]);
  assert.deepEqual(totalOutages(one, [], now), []);
});
