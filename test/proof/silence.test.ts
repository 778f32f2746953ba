import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AskedAgency, RecordOfSilence } from '../../proof/silence.ts';
import { checkRecordOfSilence } from '../../proof/silence.ts';
import { silenceRecord } from './samples.ts';

/** The contradictions of the sample after one change, as `kind agency`. */
function contradictionsAfter(change: (record: RecordOfSilence, first: AskedAgency) => void): string[] {
  const record = silenceRecord();
  change(record, record.agencies[0]!);
  const checked = checkRecordOfSilence(record);
  if (checked.kind !== 'contradicts-itself') return [checked.kind];
  return checked.contradictions.map(({ kind, agency }) => (agency === null ? kind : `${kind} ${agency}`));
}

test('R1598/2.8: a record of four agencies whose terms ended in silence is coherent', () => {
  const record = silenceRecord();
  assert.deepEqual(checkRecordOfSilence(record), { kind: 'coherent', record });
});

test('R1598/2.8: silence counts only after every term has ended', () => {
  const early = (record: RecordOfSilence) => void (record.decidedAt = '2026-04-02T19:59:59.999Z');
  assert.equal(contradictionsAfter(early).length, 4);
  const atTheEnd = (record: RecordOfSilence) => void (record.decidedAt = '2026-04-02T20:00:00.000Z');
  assert.deepEqual(contradictionsAfter(atTheEnd), ['coherent']);
});

test('R1598/2.7: all four agencies, each once', () => {
  const wanted = ['not-the-four-agencies'];
  assert.deepEqual(
    contradictionsAfter((record) => record.agencies.pop()),
    wanted,
  );
  assert.deepEqual(
    contradictionsAfter((record) => record.agencies.push(record.agencies[2]!)),
    wanted,
  );
  assert.deepEqual(
    contradictionsAfter((_, first) => void (first.agency = 'justice')),
    wanted,
  );
});

test('R1598/2.8: a negative opinion, one outside the term, or nobody silent', () => {
  const opinion = (at: string, kind = 'nothing-against') => ({ at, kind }) as AskedAgency['opinion'];
  const inTime = '2026-03-30T06:00:00.000Z';
  assert.deepEqual(
    contradictionsAfter((_, first) => void (first.opinion = opinion(inTime, 'negative'))),
    ['negative-opinion internal-affairs'],
  );
  for (const at of ['2026-04-02T20:00:00.000Z', '2026-03-19T05:59:59.999Z'])
    assert.deepEqual(
      contradictionsAfter((_, first) => void (first.opinion = opinion(at))),
      ['opinion-outside-term internal-affairs'],
    );
  const all = (record: RecordOfSilence) => record.agencies.forEach((agency) => (agency.opinion = opinion(inTime)));
  assert.deepEqual(contradictionsAfter(all), ['nobody-silent']);
});

test('R1598/2.8: the days must give the end', () => {
  const wanted = ['days-do-not-give-the-end internal-affairs'];
  const changes: ((first: AskedAgency) => unknown)[] = [
    ({ term }) => (term.endsAt = '2026-04-01T20:00:00.000Z'),
    ({ term }) => (term.workingDays = 4),
    ({ term }) => (term.days[3]!.counted = true),
    ({ term }) => term.days.splice(4, 1),
    ({ term }) => term.days.splice(0, 1),
    ({ term }) => (term.days = []),
    ({ term }) => term.days.push({ date: '2026-04-03', counted: false, why: 'weekend' }),
    ({ delivered }) => (delivered.at = '2026-03-19T20:00:00.000Z'),
    ({ term: { extensions } }) =>
      extensions.push({ ground: 'ADR 3', rule: 'x', from: '2026-04-02T20:00:00Z', to: '2026-04-02T21:00:00Z' }),
  ];
  for (const change of changes) {
    const found = contradictionsAfter((record, first) => {
      // Reminders and opinions stay out of the way of what is tested here.
      first.reminders = [];
      record.decidedAt = '2026-04-05T20:00:00.000Z';
      change(first);
    });
    assert.deepEqual(found, wanted, change.toString());
  }
});

test('R1598/2.8: an extension with its ground moves the end', () => {
  const found = contradictionsAfter((record, { term }) => {
    record.decidedAt = '2026-04-02T21:00:00.000Z';
    term.endsAt = '2026-04-02T21:00:00.000Z';
    term.extensions = [
      { ground: 'ADR 3', rule: 'last-hour', from: '2026-04-02T20:00:00.000Z', to: '2026-04-02T21:00:00.000Z' },
    ];
  });
  assert.deepEqual(found, ['coherent']);
});

test('R1598/2.8: an end moved by a newer calendar, or by two, is coherent', () => {
  const [endsAt, between] = ['2026-04-02T20:00:00.000Z', '2026-04-01T20:00:00.000Z'];
  const move = { from: '2026-03-31T20:00:00.000Z', to: between, calendarVersion: 'v2', at: '2026-03-20T08:00:00.000Z' };
  const next = { from: between, to: endsAt, calendarVersion: 'v3', at: '2026-04-01T08:00:00.000Z' };
  const after = (...moves: object[]) =>
    contradictionsAfter((_, { term }) => void Object.assign(term, { recomputed: moves }));
  assert.deepEqual(after({ ...move, to: endsAt }), ['coherent']);
  assert.deepEqual(after(move, next), ['coherent']);
  const wanted = ['moves-do-not-give-the-end internal-affairs'];
  assert.deepEqual(after(next, move), wanted, 'in their order');
  assert.deepEqual(after({ ...move, at: move.from }), wanted, 'a term that has ended never comes back');
  assert.deepEqual(after({ ...move, at: '2026-03-19T05:59:59.999Z' }), wanted, 'not before the delivery');
  assert.deepEqual(after({ ...move, to: '2026-04-02T20:00:00.001Z' }), wanted, 'not past the end');
  assert.deepEqual(after({ ...move, calendarVersion: '' }), ['malformed']);
  assert.deepEqual(after(move, { ...next, at: 'then' }), ['malformed']);
});

test('a reminder outside the term and an outage that ends before it begins are named', () => {
  assert.deepEqual(
    contradictionsAfter((record, first) => {
      first.reminders = [{ at: '2026-04-02T20:00:00.000Z' }];
      record.agencies[2]!.outages[0]!.to = '2026-03-20T00:59:59.999Z';
    }),
    ['reminder-outside-term internal-affairs', 'outage-ends-before-it-begins state-security'],
  );
});

test('another shape is malformed, and the first member that does not fit is named', () => {
  const cases: [string, (record: RecordOfSilence) => unknown][] = [
    ['version', (record) => ((record as { version: number }).version = 2)],
    ['nature', (record) => delete (record as Partial<RecordOfSilence>).nature],
    ['decidedAt', (record) => (record.decidedAt = '2026-04-02')],
    ['agencies/1/delivered', (record) => (record.agencies[1]!.delivered.how = 'by-dove' as 'by-hand')],
    ['agencies/3/term', (record) => (record.agencies[3]!.term.days[0]!.date = 'Monday')],
    ['agencies/2/outages', (record) => (record.agencies[2]!.outages[0]!.channel = '')],
    ['agencies/0/reminders', (record) => (record.agencies[0]!.reminders = [{ at: '' }])],
    ['agencies/1/opinion', (record) => (record.agencies[1]!.opinion = { at: '', kind: 'nothing-against' })],
  ];
  for (const [member, change] of cases) {
    const record = silenceRecord();
    change(record);
    assert.deepEqual(checkRecordOfSilence(record), { kind: 'malformed', member });
  }
  for (const value of [null, [], 'x', 5]) assert.equal(checkRecordOfSilence(value).kind, 'malformed');
});
