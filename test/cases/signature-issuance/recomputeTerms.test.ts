import assert from 'node:assert/strict';
import { after, beforeEach, describe, it } from 'node:test';
import { readCase } from '../../../cases/findCases.ts';
import { takeDueNotices } from '../../../cases/notices/takeDue.ts';
import { writeLetter } from '../../../cases/notices/writeLetter.ts';
import { checkRecordOfSilence } from '../../../proof/silence.ts';
import { decide, FEBRUARY_2025 } from '../../support/calendar.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const baku = (day: string) => new Date(`${day}T00:00:00+04:00`).toISOString();

describe('a decision of the Cabinet published while terms run', () => {
  let test: TestRecord | undefined;
  /** A record whose clock and calendar are those of February and March 2025, before the swap was known. */
  beforeEach(async () => {
    await test?.stop();
    test = await openTestRecord();
    await test.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
  });
  after(() => test?.stop());

  /** A case delivered at an instant of 2025 to all four agencies. */
  async function running(at: string): Promise<{ record: TestRecord; caseNumber: string }> {
    const record = test as TestRecord;
    await record.owner.run(`UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = $1`, [at]);
    const { caseNumber } = await record.register();
    await record.deliver(caseNumber);
    return { record, caseNumber };
  }
  const publish = async ({ record }: { record: TestRecord }) => (await decide(record.record, FEBRUARY_2025)).kind;
  const letters = async ({ record, caseNumber }: { record: TestRecord; caseNumber: string }) =>
    ((await readCase(record.record, caseNumber))?.notices ?? [])
      .filter(({ kind, channel }) => kind === 'end-moved' && channel === 'email')
      .map(({ recipient }) => recipient)
      .toSorted();
  const entries = async ({ record, caseNumber }: { record: TestRecord; caseNumber: string }, what: string) =>
    (await record.evidence(caseNumber)).filter((entry) => entry.what === what);
  const ends = async ({ record, caseNumber }: { record: TestRecord; caseNumber: string }) => {
    const rows = await record.owner.many<{ ends_at: string }>(
      `SELECT DISTINCT ends_at FROM term WHERE case_number = $1`,
      [caseNumber],
    );
    return rows.map(({ ends_at }) => new Date(ends_at).toISOString());
  };

  it('R1598/2.8: moves a term that loses a working day, keeps both ends in the record and wakes the case', async () => {
    const one = await running('2025-03-26T10:00:00+04:00');
    // 27 and 28 March, 2 April were to count; now 1, 2 and 3 April do.
    assert.deepEqual(await ends(one), [baku('2025-04-03')]);
    await one.record.owner.run('DELETE FROM outbox');
    assert.equal(await publish(one), 'confirmed');
    assert.deepEqual(await ends(one), [baku('2025-04-04')]);
    const told = (await one.record.evidence(one.caseNumber)).filter(({ what }) => what === 'term-recomputed');
    assert.equal(told.length, 4);
    assert.equal(told[0]?.facts?.['before'], baku('2025-04-03'));
    const { n } = await one.record.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM outbox`);
    assert.ok(n > 0);
  });

  it('ADR 8: does not take away a day that an agency was shown, unless the dated parameter says so', async () => {
    const at = '2025-03-06T10:00:00+04:00';
    const kept = await running(at);
    // 7, 11 and 12 March were to count; with 10 March worked, 7, 10 and 11 would.
    assert.deepEqual(await ends(kept), [baku('2025-03-13')]);
    await publish(kept);
    assert.deepEqual(await ends(kept), [baku('2025-03-13')]);
    const fresh = (await kept.record.register()).caseNumber;
    await kept.record.deliver(fresh);
    assert.deepEqual(await ends({ ...kept, caseNumber: fresh }), [baku('2025-03-12')], 'a new term counts anew');
  });

  it('ADR 8: where terms may become shorter the term does', async () => {
    await (test as TestRecord).owner.run(`UPDATE parameter SET value = 'true' WHERE name = 'term-may-shorten'`);
    const one = await running('2025-03-06T10:00:00+04:00');
    await publish(one);
    assert.deepEqual(await ends(one), [baku('2025-03-12')]);
  });

  it('R1598/2.8: a term that has ended never comes back, also before anybody closed it', async () => {
    const one = await running('2025-03-26T10:00:00+04:00');
    await one.record.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [baku('2025-04-03')]);
    await publish(one);
    assert.deepEqual(await ends(one), [baku('2025-04-03')]);
  });

  it('a decision whose row a release has brought already recomputes the open terms as well', async () => {
    const one = await running('2025-03-26T10:00:00+04:00');
    for (const { day, kind, instead } of FEBRUARY_2025.days)
      await one.record.owner.run(
        `INSERT INTO calendar_decision (day, kind, instead, published, recorded_at)
        VALUES ($1, $2, $3, $4, legal_now())`,
        [day, kind, instead, FEBRUARY_2025.published],
      );
    assert.equal(await publish(one), 'confirmed');
    assert.deepEqual(await ends(one), [baku('2025-04-04')]);
  });

  it('R1598/2.8: every move stands in the case view and in the record of silence; those concerned are told', async () => {
    const one = await running('2025-03-26T10:00:00+04:00');
    await one.record.opine(one.caseNumber, 'state-security', { kind: 'nothing-against' });
    await publish(one);
    assert.deepEqual(await letters(one), ['applicant', 'foreign-affairs', 'foreign-intelligence', 'internal-affairs']);
    await publish(one);
    assert.equal((await letters(one)).length, 4, 'nobody is told twice');
    assert.equal((await entries(one, 'term-recomputed')).length, 4);

    // A further decision: 2 April is off as well, and 5 April, a Saturday, is worked.
    await one.record.owner.run(`UPDATE legal_clock SET frozen_at = $1`, ['2025-04-01T09:00:00+04:00']);
    const further = { kind: 'enter', published: '2025-04-01', source: 'Qərar' } as const;
    await decide(one.record.record, {
      ...further,
      days: [{ day: '2025-04-02', kind: 'swap', instead: '2025-04-05' }],
    });
    const moves = [
      [baku('2025-04-03'), baku('2025-04-04'), new Date('2025-03-26T10:00:00+04:00').toISOString()],
      [baku('2025-04-04'), baku('2025-04-05'), new Date('2025-04-01T09:00:00+04:00').toISOString()],
    ];
    const terms = (await readCase(one.record.record, one.caseNumber))?.terms ?? [];
    assert.equal(terms.length, 4);
    for (const { recomputed, calendarVersion } of terms) {
      assert.deepEqual(
        recomputed.map(({ from, to, at }) => [from, to, at]),
        moves,
      );
      assert.equal(recomputed.at(-1)?.calendarVersion, calendarVersion);
    }

    await one.record.owner.run(`UPDATE legal_clock SET frozen_at = $1`, [baku('2025-04-05')]);
    assert.equal((await one.record.close(one.caseNumber)).kind, 'decided');
    const { body } = await one.record.owner.one<{ body: string }>(`SELECT body FROM document WHERE case_number = $1`, [
      one.caseNumber,
    ]);
    const checked = checkRecordOfSilence(JSON.parse(body));
    assert.equal(checked.kind, 'coherent');
    if (checked.kind === 'coherent')
      for (const { term } of checked.record.agencies)
        assert.deepEqual(
          term.recomputed?.map(({ from, to, at }) => [from, to, at]),
          moves,
        );
  });

  it('R1598/2.8: the letters of a moved end name both ends, and none to an agency a person', async () => {
    const one = await running('2025-03-26T10:00:00+04:00');
    await one.record.owner.run(`DELETE FROM notice_attempt`);
    await one.record.owner.run(`DELETE FROM notice`);
    await publish(one);
    const mailbox = (agency: string) => `${agency}@agency.invalid`;
    const agencyMail = {
      'internal-affairs': mailbox('internal-affairs'),
      'foreign-affairs': mailbox('foreign-affairs'),
      'state-security': mailbox('state-security'),
      'foreign-intelligence': mailbox('foreign-intelligence'),
    };
    const drawCalendar = () => assert.fail('no appointment is told of');
    const needs = { publicUrl: 'https://portal.gov.test', inboxUrl: '/inbox', agencyMail, offices: {}, drawCalendar };
    const due = await takeDueNotices(one.record.record, 'email');
    assert.equal(due.length, 5);
    for (const notice of due) {
      const { to, subject, text } = await writeLetter(one.record.record, needs, notice);
      assert.match(text, /: 2 .* 2025.*24:00 \(.*\n.*: 3 .* 2025.*24:00 \(/);
      assert.ok(subject.includes(one.caseNumber));
      if (notice.recipient === 'applicant') continue;
      assert.equal(to, mailbox(notice.recipient));
      assert.doesNotMatch(`${subject}\n${text}`, /Harcastle|Imogen|Aberystwyth|example\.com/i);
    }
  });

  it('ADR 8: where the old end is kept both values stand in the evidence, once, and nobody is told of a move', async () => {
    const one = await running('2025-03-06T10:00:00+04:00');
    await publish(one);
    await publish(one);
    const kept = await entries(one, 'term-kept');
    assert.equal(new Set(kept.map(({ facts }) => facts?.['agency'])).size, 4);
    for (const { facts } of kept) {
      assert.equal(facts?.['kept'], baku('2025-03-13'));
      assert.equal(facts?.['computed'], baku('2025-03-12'));
    }
    const seen = kept.map(({ facts }) => `${String(facts?.['agency'])} ${String(facts?.['calendarVersion'])}`);
    assert.equal(new Set(seen).size, seen.length, 'once for each agency and calendar');
    assert.deepEqual(await letters(one), []);
    assert.deepEqual((await readCase(one.record.record, one.caseNumber))?.terms[0]?.recomputed, []);
  });
});
