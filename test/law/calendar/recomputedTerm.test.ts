import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { buildCalendar, type Decision } from '../../../law/calendar/calendar.ts';
import { type ExplainedTerm, recomputedTerm } from '../../../law/calendar/recomputedTerm.ts';
import { deadline } from '../../../law/calendar/workingDays.ts';
import { DECISIONS } from './seededDecisions.ts';

// June 2026: Monday 1 to Friday 5 and Monday 8 to Friday 12 are worked, Monday 15 is a holiday.
const day = (ofJune: number) => new Date(`2026-06-${String(ofJune).padStart(2, '0')}T00:00:00+04:00`).toISOString();
const off = (ofJune: number, instead: number): Decision => ({
  day: `2026-06-${String(ofJune).padStart(2, '0')}`,
  kind: 'swap',
  instead: `2026-06-${String(instead).padStart(2, '0')}`,
  published: '2026-05-01',
});
const after = (...decisions: Decision[]) => buildCalendar([...DECISIONS, ...decisions]);
const startedAt = '2026-06-01T10:00:00.000Z';
/** 2, 3 and 4 June count: the end is 24:00 of the 4th. */
const stored: ExplainedTerm = { ...deadline(after(), startedAt, 3), extensions: [] };
const recompute = (
  calendar: ReturnType<typeof after>,
  change: Partial<ExplainedTerm> = {},
  given: { endsAt?: string; mayShorten?: boolean } = {},
) =>
  recomputedTerm({
    stored: { ...stored, ...change },
    startedAt,
    endsAt: given.endsAt ?? day(5),
    confirmedAt: '2026-06-01T12:00:00Z',
    calendar,
    mayShorten: given.mayShorten ?? false,
  });

suite('R1598/2.8: a running term counted anew', () => {
  test('R1598/2.8: a second move is added to the first, which stays', () => {
    const first = after(off(3, 20));
    const once = recompute(first);
    assert.equal(once.kind, 'moved');
    if (once.kind !== 'moved') return;
    const at = '2026-06-01T12:00:00.000Z';
    assert.deepEqual(once.explanation.recomputed, [{ from: day(5), to: day(6), calendarVersion: first.version, at }]);
    const second = after(off(3, 20), off(4, 21));
    const twice = recompute(second, once.explanation, { endsAt: day(6) });
    assert.equal(twice.kind, 'moved');
    if (twice.kind !== 'moved') return;
    assert.deepEqual(twice.explanation.recomputed, [
      ...(once.explanation.recomputed ?? []),
      { from: day(6), to: day(9), calendarVersion: second.version, at },
    ]);
    assert.deepEqual(recompute(second, twice.explanation, { endsAt: day(9) }), { kind: 'unchanged' });
  });

  test('ADR 8: a shorter end that is not taken is named once, and what was shown stays', () => {
    const shown: ExplainedTerm = { ...deadline(after(off(3, 20)), startedAt, 3), extensions: [] };
    const kept = recompute(after(), shown, { endsAt: day(6) });
    assert.equal(kept.kind, 'kept');
    if (kept.kind !== 'kept') return;
    assert.equal(kept.computed, day(5));
    assert.deepEqual(kept.explanation, { ...shown, keptUnder: after().version });
    assert.deepEqual(recompute(after(), kept.explanation, { endsAt: day(6) }), { kind: 'unchanged' });
    assert.equal(recompute(after(), shown, { endsAt: day(6), mayShorten: true }).kind, 'moved');
  });

  test('R1598/2.8: the same end by other days is counted anew, without a move', () => {
    // 2, 3, 4, 5 and 8 June were to count; now Saturday 6 does in place of Wednesday 3.
    const wide: ExplainedTerm = { ...deadline(after(), startedAt, 5), extensions: [] };
    const recounted = recompute(after(off(3, 6)), wide, { endsAt: day(9) });
    assert.equal(recounted.kind, 'recounted');
    if (recounted.kind !== 'recounted') return;
    const counted = recounted.explanation.days.filter(({ counted }) => counted).map(({ date }) => date.slice(8));
    assert.deepEqual(counted, ['02', '04', '05', '06', '08']);
    assert.ok(!('recomputed' in recounted.explanation));
    assert.deepEqual(recompute(after(off(30, 28))), { kind: 'unchanged' }, 'days outside of the term');
    const decided = recompute(after(off(30, 28)), { provisional: true });
    assert.equal(decided.kind, 'recounted');
    assert.ok(decided.kind === 'recounted' && !decided.explanation.provisional);
  });

  test('R1598/2.8: an extension stays, and moves nothing by itself', () => {
    const extensions = [{ to: '2026-06-05T08:00:00.000Z' }];
    assert.deepEqual(recompute(after(off(30, 28)), { extensions }, { endsAt: '2026-06-05T08:00:00.000Z' }), {
      kind: 'unchanged',
    });
    const moved = recompute(after(off(3, 20)), { extensions }, { endsAt: '2026-06-05T08:00:00.000Z' });
    assert.ok(moved.kind === 'moved' && moved.move.from === '2026-06-05T08:00:00.000Z' && moved.move.to === day(6));
    assert.deepEqual(moved.kind === 'moved' && moved.explanation.extensions, extensions);
  });
});
