import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once as onceOf } from 'node:events';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'node:test';
import { confirmProposal } from '../../../cases/calendar/confirmProposal.ts';
import { readLines, readProposal } from '../../../cases/calendar/readProposals.ts';
import { workOnCalendar } from '../../../cases/calendar/workOnCalendar.ts';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import { DECISIONS, SEED } from '../../law/calendar/seededDecisions.ts';
import { slowDaysOff, slowEnd, slowRows } from '../../law/calendar/slowDayWalk.ts';
import { FEBRUARY_2025, once, previewed, SECOND, workOff } from '../../support/calendar.ts';
import { makeOpenTerms, type TermToMake } from '../../support/openTerms.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const TERMS = 1_000;
const WORKER = join(import.meta.dirname, '..', '..', 'support', 'calendarWorker.ts');
const DAY_MS = 86_400_000;

// The days off by the slow walk, as known on 1 February 2025 and after the swap of 15 February.
const ROWS = slowRows(SEED);
const OLD = new Set(slowDaysOff(ROWS, '2025-02-01'));
const NEW = new Set(slowDaysOff(ROWS, '2025-02-15'));

// The walk goes hour by hour: what was walked once is kept.
const walked = new Map<string, number>();
function walk(calendar: 'old' | 'new', ms: number, workingDays: number): number {
  const key = `${calendar} ${ms} ${workingDays}`;
  const end = walked.get(key) ?? slowEnd(calendar === 'old' ? OLD : NEW, ms, workingDays);
  walked.set(key, end);
  return end;
}

/** Terms that run at an instant: begun on every day from 2 January on, of 1 to 45 working days. */
function runningAt(at: string): TermToMake[] {
  const terms: TermToMake[] = [];
  const first = Date.parse('2025-01-02T08:30:00+04:00');
  for (let n = 0; terms.length < TERMS; n += 1) {
    const ms = first + ((n * 7) % 64) * DAY_MS + (n % 9) * 3_600_000;
    const workingDays = 1 + ((n * 13) % 45);
    if (ms < Date.parse(at) && walk('old', ms, workingDays) > Date.parse(at))
      terms.push({ startedAt: new Date(ms).toISOString(), workingDays });
  }
  return terms;
}

/** The end there must be, walked hour by hour: never earlier than the first working day after the confirmation gives. */
function slowNewEnd({ startedAt, workingDays }: TermToMake, confirmedAt: string, mayShorten: boolean) {
  const oldEnd = walk('old', Date.parse(startedAt), workingDays);
  const newEnd = walk('new', Date.parse(startedAt), workingDays);
  if (newEnd >= oldEnd) return { oldEnd, newEnd };
  if (!mayShorten) return { oldEnd, newEnd: oldEnd };
  const floor = walk('new', Date.parse(confirmedAt), 1);
  return { oldEnd, newEnd: Math.max(newEnd, Math.min(floor, oldEnd)) };
}

describe('the decision published on 15 February 2025, entered over 1,000 open terms', () => {
  let test: TestRecord;
  beforeEach(async () => {
    test = await openTestRecord();
    await test.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
  });
  const stop = () => test.stop();

  async function make(at: string, mayShorten: boolean): Promise<TermToMake[]> {
    if (mayShorten) await test.owner.run(`UPDATE parameter SET value = 'true' WHERE name = 'term-may-shorten'`);
    const like = (await test.register()).caseNumber;
    await test.owner.run(`UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = $1`, [at]);
    const terms = runningAt(at);
    await makeOpenTerms(test.owner, like, buildCalendar(DECISIONS, '2025-02-01'), terms);
    return terms;
  }

  /** Every term's end as the record has it, in the order in which they were made. */
  const storedEnds = async () =>
    (
      await test.owner.many<{ ends_at: Date }>(
        `SELECT ends_at FROM term WHERE case_number LIKE 'BE-%'
          ORDER BY case_number, array_position(ARRAY['internal-affairs','foreign-affairs','state-security','foreign-intelligence'], holder)`,
      )
    ).map(({ ends_at }) => ends_at.getTime());

  const linesOf = async (run: string) => {
    const all = [];
    for (let page = 1; ; page += 1) {
      const { lines } = await readLines(test.record, run, { outcome: null, page });
      if (lines.length === 0) return all;
      all.push(...lines);
    }
  };

  for (const [at, mayShorten] of [
    ['2025-02-15T12:00:00+04:00', false],
    ['2025-02-15T12:00:00+04:00', true],
    ['2025-03-10T10:00:00+04:00', true],
  ] as const)
    it(`R1598/2.8, ADR 8: the preview is what the application does, and both are the slow walk (${at}, may shorten: ${mayShorten})`, async (t) => {
      t.after(stop);
      const terms = await make(at, mayShorten);
      const before = await storedEnds();
      const { proposal, preview } = await previewed(test.record, FEBRUARY_2025);
      assert.deepEqual(await storedEnds(), before, 'a preview moves nothing');
      const shown = await linesOf(preview);

      const confirmed = await confirmProposal(test.record, SECOND, { proposal, preview }, once());
      assert.equal(confirmed.kind, 'confirmed');
      await workOff(test.record);
      const view = await readProposal(test.record, proposal);
      assert.deepEqual(await linesOf(view?.application?.id ?? ''), shown);
      assert.deepEqual(view?.application?.totals, view?.preview?.totals);

      const expected = terms.map((term) => slowNewEnd(term, at, mayShorten));
      assert.deepEqual(
        before,
        expected.map(({ oldEnd }) => oldEnd),
      );
      assert.deepEqual(
        await storedEnds(),
        expected.map(({ newEnd }) => newEnd),
      );
      const count = (of: (e: { oldEnd: number; newEnd: number }) => boolean) => expected.filter(of).length;
      const totals = view?.application?.totals;
      assert.equal(
        totals?.longer,
        count(({ oldEnd, newEnd }) => newEnd > oldEnd),
      );
      assert.equal(
        totals?.shorter,
        count(({ oldEnd, newEnd }) => newEnd < oldEnd),
      );
      assert.ok(totals.longer > 20, 'some move later');
      assert.ok(count(({ oldEnd, newEnd }) => newEnd === oldEnd) > 20, 'some do not move');
      if (mayShorten) assert.ok(totals.shorter > 20, 'some move earlier');
      else assert.ok(totals.kept > 20, 'some are kept');
      if (mayShorten && at.startsWith('2025-03-10'))
        assert.ok(totals.kept > 0, 'the first working day after the confirmation is nobody’s to take');
    });

  it('R1598/2.8: a process killed in the middle of the application leaves it to another; nothing is done twice', async (t) => {
    t.after(stop);
    const at = '2025-02-15T12:00:00+04:00';
    const terms = await make(at, true);
    const confirmed = await confirmProposal(test.record, SECOND, await previewed(test.record, FEBRUARY_2025), once());
    assert.equal(confirmed.kind, 'confirmed');
    const child = spawn(process.execPath, [WORKER, test.databases.appUrl, test.master.toString('hex'), '60']);
    const [, signal] = (await onceOf(child, 'exit')) as [number | null, string | null];
    assert.equal(signal, 'SIGKILL');
    const { done } = await test.owner.one<{ done: number }>(
      `SELECT count(DISTINCT chain)::integer AS done FROM evidence WHERE chain LIKE 'case:BE-%'`,
    );
    assert.ok(done > 20 && done < 240, `killed after ${done} cases`);

    await workOff(test.record);
    const expected = terms.map((term) => slowNewEnd(term, at, true).newEnd);
    assert.deepEqual(await storedEnds(), expected);
    const { twice } = await test.owner.one<{ twice: number }>(
      `SELECT count(*)::integer AS twice FROM (
         SELECT chain, body::jsonb -> 'facts' ->> 'agency' FROM evidence WHERE chain LIKE 'case:BE-%'
          GROUP BY 1, 2 HAVING count(*) > 1) AS repeated`,
    );
    assert.equal(twice, 0);
    assert.equal(await workOnCalendar(test.record), 0, 'nothing is left');
  });
});
