import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { inCase } from '../../../cases/record/inCase.ts';
import { beginTerm, beginTermOfMonths } from '../../../cases/record/terms.ts';
import { decide, FEBRUARY_2025 } from '../../support/calendar.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

// 27 and 28 March 2025 are off, published on 15 February: here it is confirmed only on 26 March, while terms run.
const baku = (day: string) => new Date(`${day}T00:00:00+04:00`).toISOString();

describe('a newer calendar and the terms of those who act', () => {
  let test: TestRecord;
  let caseNumber: string;
  before(async () => {
    test = await openTestRecord();
    await test.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
    const at = '2025-03-26T10:00:00+04:00';
    await test.owner.run(`UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = $1`, [at]);
    ({ caseNumber } = await test.register());
    await inCase(test.record, caseNumber, test.operator, async (tx, now) => {
      const begin = (clause: 'R1598/2.11' | 'R1598/2.18' | 'R1598/5.4', holder: string) =>
        beginTerm(tx, now, { caseNumber, clause, holder, startEvent: 'test' });
      const { entry } = await begin('R1598/2.11', 'mission:berlin');
      await begin('R1598/2.18', 'portal-operator');
      await begin('R1598/5.4', 'centre:asan');
      await beginTermOfMonths(tx, now, {
        caseNumber,
        clause: 'R1598/2.16',
        holder: 'mission:berlin',
        startEvent: 'test',
      });
      await tx.run(`UPDATE term SET closed_at = $2 WHERE case_number = $1 AND clause = 'R1598/5.4'`, [caseNumber, now]);
      return { outcome: null, evidence: [entry] };
    });
  });
  after(() => test.stop());

  it('ADR 8, R1598/2.11, 2.18, 5.4: open terms in working days move, with both ends kept; others stand as they were', async () => {
    await test.owner.run('DELETE FROM outbox');
    const notices = () => test.owner.one(`SELECT count(*) FROM notice`);
    const before = await notices();
    assert.equal((await decide(test.record, FEBRUARY_2025)).kind, 'confirmed');
    const terms = await test.owner.many<{ clause: string; ends_at: Date; explanation: string }>(
      `SELECT clause, ends_at, explanation FROM term WHERE case_number = $1 ORDER BY clause`,
      [caseNumber],
    );
    const ends = Object.fromEntries(terms.map(({ clause, ends_at }) => [clause, ends_at.toISOString()]));
    assert.deepEqual(ends, {
      'R1598/2.11': baku('2025-04-02'), // 27 March was to count; now 1 April does.
      'R1598/2.16': baku('2025-09-27'),
      'R1598/2.18': baku('2025-04-04'),
      'R1598/5.4': baku('2025-03-28'), // closed
    });
    const { recomputed } = JSON.parse(terms[0]?.explanation ?? '') as { recomputed: { from: string; to: string }[] };
    assert.equal(recomputed[0]?.from, baku('2025-03-28'));
    assert.equal(recomputed.at(-1)?.to, baku('2025-04-02'));
    const moves = (await test.evidence(caseNumber)).filter(({ what }) => what === 'term-recomputed');
    assert.deepEqual([...new Set(moves.map(({ facts }) => facts?.['holder']))].sort(), [
      'mission:berlin',
      'portal-operator',
    ]);
    assert.deepEqual(await notices(), before, 'nobody is written to: the end is seen where the term is');
    const woken = await test.owner.many(`SELECT DISTINCT case_number FROM outbox`);
    assert.deepEqual(woken, [{ case_number: caseNumber }]);
  });

  it('ADR 8: a term that has ended never comes back', async () => {
    await test.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [baku('2025-04-04')]);
    const days = [{ day: '2025-04-03', kind: 'swap', instead: '2025-04-05' }] as const;
    const decided = await decide(test.record, { kind: 'enter', published: '2025-04-01', source: 'Qərar', days });
    assert.equal(decided.kind, 'confirmed');
    const { ends_at } = await test.owner.one<{ ends_at: Date }>(`SELECT ends_at FROM term WHERE clause = 'R1598/2.18'`);
    assert.equal(ends_at.toISOString(), baku('2025-04-04'));
  });
});
