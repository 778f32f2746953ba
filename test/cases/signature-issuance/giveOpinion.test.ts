import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AGENCIES } from '../../../law/signature-issuance/agencies.ts';
import { closeTerms } from '../../../cases/signature-issuance/closeTerms.ts';
import { resolveUnreadable } from '../../../cases/signature-issuance/resolveUnreadable.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const START = '2026-03-16T09:00:00+04:00';
const END = '2026-03-20T00:00:00+04:00';
const beforeEnd = '2026-03-19T23:59:59.999+04:00';
const afterEnd = '2026-03-20T00:00:00.001+04:00';

describe('an opinion', () => {
  let record: TestRecord;
  before(async () => {
    record = await openTestRecord();
  });
  after(() => record.stop());

  /** A case whose four terms started on Monday 16 March 2026 at 09:00 and end on Thursday 19 March at 24:00. */
  async function running(): Promise<string> {
    await record.freeze(START);
    const { caseNumber } = await record.register();
    await record.deliver(caseNumber);
    return caseNumber;
  }

  const stage = async (caseNumber: string) =>
    record.owner.one<{ stage: string; outcome: string | null }>(`SELECT stage, outcome FROM "case" WHERE number = $1`, [
      caseNumber,
    ]);

  it('R1598/2.8: a negative one in the last millisecond of the term ends the case, without code or grounds', async () => {
    const caseNumber = await running();
    await record.freeze(beforeEnd);
    const outcome = await record.opine(caseNumber, 'state-security', { kind: 'negative' });
    assert.equal(outcome.kind, 'ended-the-case');
    assert.equal(outcome.receivedAt, new Date(beforeEnd).toISOString());
    assert.equal(outcome.termEndsAt, new Date(END).toISOString());
    assert.deepEqual(await stage(caseNumber), { stage: 'ended', outcome: 'negative-opinion' });
    const outcomes = await record.owner.many(
      `SELECT holder, outcome FROM term_outcome WHERE case_number = $1 ORDER BY holder`,
      [caseNumber],
    );
    assert.deepEqual(outcomes, [
      { holder: 'foreign-affairs', outcome: 'stopped' },
      { holder: 'foreign-intelligence', outcome: 'stopped' },
      { holder: 'internal-affairs', outcome: 'stopped' },
      { holder: 'state-security', outcome: 'negative-opinion' },
    ]);
  });

  for (const [name, at] of [
    ['at the very end', END],
    ['a millisecond after the end', afterEnd],
  ] as const)
    it(`R1598/2.8: a negative one ${name} is late: kept with both instants, without effect`, async () => {
      const caseNumber = await running();
      await record.freeze(at);
      const outcome = await record.opine(caseNumber, 'foreign-affairs', { kind: 'negative', grounds: 'too late' });
      assert.equal(outcome.kind, 'late');
      assert.equal(outcome.receivedAt, new Date(at).toISOString());
      assert.equal(outcome.termEndsAt, new Date(END).toISOString());
      assert.equal((await stage(caseNumber)).outcome, null);
      assert.equal((await record.close(caseNumber)).kind, 'decided');
      assert.deepEqual(await stage(caseNumber), { stage: 'virtual-fin', outcome: 'approved' });
    });

  it('a repeat of a message gets the first answer, also after the end, and is kept once', async () => {
    const caseNumber = await running();
    const first = await record.opine(caseNumber, 'internal-affairs', { kind: 'nothing-against' }, 'same-id');
    await record.freeze(afterEnd);
    const again = await record.opine(caseNumber, 'internal-affairs', { kind: 'nothing-against' }, 'same-id');
    assert.deepEqual(again, first);
    const kept = await record.owner.many(`SELECT 1 FROM opinion WHERE case_number = $1`, [caseNumber]);
    assert.equal(kept.length, 1);
  });

  it('R1598/2.8: a negative opinion in time counts also under a message id that was used before', async () => {
    const caseNumber = await running();
    await record.opine(caseNumber, 'internal-affairs', { kind: 'nothing-against' }, 'same-id');
    const other = await record.opine(caseNumber, 'internal-affairs', { kind: 'negative' }, 'same-id');
    assert.equal(other.kind, 'ended-the-case');
    const again = await record.opine(caseNumber, 'internal-affairs', { kind: 'negative' }, 'same-id');
    assert.deepEqual(again, other);
    assert.deepEqual(await stage(caseNumber), { stage: 'ended', outcome: 'negative-opinion' });
  });

  it('R1598/2.8: a negative opinion after "nothing against" counts inside the same term while the case is undecided', async () => {
    const caseNumber = await running();
    await record.opine(caseNumber, 'foreign-intelligence', { kind: 'nothing-against' });
    const outcome = await record.opine(caseNumber, 'foreign-intelligence', { kind: 'negative', code: 'R-7' });
    assert.equal(outcome.kind, 'ended-the-case');
    const late = await record.opine(caseNumber, 'foreign-intelligence', { kind: 'nothing-against' });
    assert.equal(late.kind, 'after-decision', 'nothing revives the case');
    assert.deepEqual(await stage(caseNumber), { stage: 'ended', outcome: 'negative-opinion' });
  });

  it('R1598/1.2.6: four answers of "nothing against" end the term early, without a record of silence', async () => {
    const caseNumber = await running();
    for (const agency of AGENCIES) await record.opine(caseNumber, agency, { kind: 'nothing-against' });
    assert.deepEqual(await stage(caseNumber), { stage: 'virtual-fin', outcome: 'approved' });
    const documents = await record.owner.many(`SELECT 1 FROM document WHERE case_number = $1`, [caseNumber]);
    assert.equal(documents.length, 0);
    const negative = await record.opine(caseNumber, 'state-security', { kind: 'negative' });
    assert.equal(negative.kind, 'after-decision');
  });

  it('R1598/2.8: with early end switched off, four answers wait for the end of the term', async () => {
    const from = { name: 'early-end', day: '2026-03-16' };
    await record.owner.run(`INSERT INTO parameter VALUES ($1, $2, 'false', 'test')`, [from.name, from.day]);
    try {
      const caseNumber = await running();
      for (const agency of AGENCIES) await record.opine(caseNumber, agency, { kind: 'nothing-against' });
      assert.equal((await stage(caseNumber)).outcome, null);
      await record.freeze(END);
      await record.close(caseNumber);
      assert.equal((await stage(caseNumber)).outcome, 'approved');
    } finally {
      await record.owner.run(`DELETE FROM parameter WHERE name = $1 AND in_force_from = $2`, [from.name, from.day]);
    }
  });

  it('R1598/2.8: an unreadable message in time is an incident and not silence, until it is cleared up or read', async () => {
    const caseNumber = await running();
    assert.equal((await record.garble(caseNumber, 'state-security')).kind, 'incident');
    await record.freeze(afterEnd);
    assert.equal((await record.close(caseNumber)).kind, 'wait');
    assert.equal((await stage(caseNumber)).outcome, null);
    const open = await record.owner.many<{ holder: string }>(
      `SELECT holder FROM incident WHERE case_number = $1 AND kind = 'unreadable-opinion' AND resolved_at IS NULL`,
      [caseNumber],
    );
    assert.deepEqual(open, [{ holder: 'state-security' }]);
  });

  it('R1598/2.8: an unreadable message after "nothing against" is not overtaken by the answers of the others', async () => {
    const caseNumber = await running();
    await record.opine(caseNumber, 'internal-affairs', { kind: 'nothing-against' });
    assert.equal((await record.garble(caseNumber, 'internal-affairs')).kind, 'incident');
    for (const agency of AGENCIES.slice(1)) await record.opine(caseNumber, agency, { kind: 'nothing-against' });
    await record.close(caseNumber);
    await record.freeze(afterEnd);
    await record.close(caseNumber);
    assert.equal((await stage(caseNumber)).outcome, null);

    const found = { caseNumber, agency: 'internal-affairs', finding: 'negative', document: 'note-1' } as const;
    const request = { route: 'test', caller: 'operator', key: caseNumber, body: 'negative' };
    const outcome = await resolveUnreadable(record.record, record.operator, found, request);
    assert.equal(outcome?.kind, 'resolved');
    assert.deepEqual(await stage(caseNumber), { stage: 'ended', outcome: 'negative-opinion' });
  });

  it('ADR 5: a decided case leaves no incident open, and a finding that comes after it stands in the evidence', async () => {
    const caseNumber = await running();
    await record.garble(caseNumber, 'internal-affairs');
    await record.opine(caseNumber, 'foreign-affairs', { kind: 'negative' });
    const open = await record.owner.many(`SELECT 1 FROM incident WHERE case_number = $1 AND resolved_at IS NULL`, [
      caseNumber,
    ]);
    assert.equal(open.length, 0);
    const found = { caseNumber, agency: 'internal-affairs', finding: 'not-an-opinion', document: 'note-2' } as const;
    const request = { route: 'test', caller: 'operator', key: caseNumber, body: 'none' };
    const outcome = await resolveUnreadable(record.record, record.operator, found, request);
    assert.equal(outcome?.kind, 'nothing-to-resolve');
    const last = (await record.evidence(caseNumber)).at(-1);
    assert.equal(last?.what, 'finding-after-decision');
  });

  it('R1598/2.8: a readable message in time takes the place of the unreadable one', async () => {
    const caseNumber = await running();
    await record.garble(caseNumber, 'state-security');
    await record.opine(caseNumber, 'state-security', { kind: 'nothing-against' });
    await record.freeze(END);
    await record.close(caseNumber);
    assert.equal((await stage(caseNumber)).outcome, 'approved');
  });

  it('an opinion that comes before its delivery was recorded proves the delivery and counts', async () => {
    await record.freeze(START);
    const { caseNumber } = await record.register();
    const outcome = await record.opine(caseNumber, 'foreign-affairs', { kind: 'negative' });
    assert.equal(outcome.kind, 'ended-the-case');
    const request = await record.owner.one(
      `SELECT delivered_how FROM opinion_request WHERE case_number = $1 AND agency = 'foreign-affairs'`,
      [caseNumber],
    );
    assert.deepEqual(request, { delivered_how: 'by-its-opinion' });
  });

  it('R1598/2.8: after the decision an opinion starts no term any more', async () => {
    await record.freeze(START);
    const { caseNumber } = await record.register();
    await record.opine(caseNumber, 'foreign-affairs', { kind: 'negative' });
    const after = await record.opine(caseNumber, 'state-security', { kind: 'negative' });
    assert.deepEqual([after.kind, after.termEndsAt], ['after-decision', null]);
    const terms = await record.owner.many(`SELECT holder FROM term WHERE case_number = $1`, [caseNumber]);
    assert.deepEqual(terms, [{ holder: 'foreign-affairs' }]);
  });

  it('R1598/2.8: an opinion is taken, and a negative one ends the case, also where the calendar does not reach its term’s end yet', async () => {
    await record.freeze('2027-12-30T10:00:00+04:00');
    const { caseNumber } = await record.register();
    const open = await record.opine(caseNumber, 'internal-affairs', { kind: 'nothing-against' });
    assert.deepEqual([open.kind, open.termEndsAt], ['noted', null]);
    const outcome = await record.opine(caseNumber, 'foreign-affairs', { kind: 'negative' });
    assert.deepEqual([outcome.kind, outcome.termEndsAt], ['ended-the-case', null]);
    assert.deepEqual(await stage(caseNumber), { stage: 'ended', outcome: 'negative-opinion' });
    await record.freeze(START);
  });

  const enterCalendarOf2028 = () =>
    record.owner.run(
      `INSERT INTO calendar_decision (day, kind, published, recorded_at)
       VALUES ('2028-02-26', 'ramazan', '2027-12-30', legal_now()), ('2028-05-04', 'qurban', '2027-12-30', legal_now())`,
    );
  const takeItBack = async () => {
    await record.owner.run(`DELETE FROM calendar_decision WHERE day >= '2028-01-01'`);
    await record.freeze(START);
  };
  const ask = (caseNumber: string) =>
    closeTerms(record.record, caseNumber, { machineNow: () => new Date().toISOString(), by: 'procedure' });

  it('R1598/2.8: a delivery whose term cannot be counted yet is kept, and the term begins from it once the calendar is entered', async () => {
    await record.freeze('2027-12-30T10:00:00+04:00');
    const { caseNumber } = await record.register();
    await record.deliver(caseNumber, ['state-security']);
    const standing = () =>
      record.owner.one<{ delivered_at: string | null; open: number; started: string | null }>(
        `SELECT delivered_at,
                (SELECT count(*)::integer FROM incident WHERE case_number = $1 AND resolved_at IS NULL
                    AND kind = 'calendar-not-published' AND holder = 'state-security') AS open,
                (SELECT started_at FROM term WHERE case_number = $1) AS started
           FROM opinion_request WHERE case_number = $1 AND agency = 'state-security'`,
        [caseNumber],
      );
    assert.deepEqual(await standing(), { delivered_at: null, open: 1, started: null });
    assert.ok((await record.evidence(caseNumber)).some(({ what }) => what === 'term-cannot-begin'));
    await record.freeze('2027-12-30T15:00:00+04:00');
    await record.deliver(caseNumber, ['state-security']);
    assert.equal((await standing()).started, null);

    await enterCalendarOf2028();
    await ask(caseNumber);
    const { started, open } = await standing();
    assert.deepEqual([new Date(started ?? 0).toISOString(), open], ['2027-12-30T06:00:00.000Z', 0]);
    await takeItBack();
  });

  it('R1598/2.8: four that say nothing against before their terms can begin are taken, and decide once the terms have begun', async () => {
    await record.freeze('2027-12-30T10:00:00+04:00');
    const { caseNumber } = await record.register();
    for (const agency of AGENCIES)
      assert.equal((await record.opine(caseNumber, agency, { kind: 'nothing-against' })).kind, 'noted');
    assert.deepEqual(await stage(caseNumber), { stage: 'opinions', outcome: null });
    assert.equal((await ask(caseNumber))?.kind, 'deliver');
    await enterCalendarOf2028();
    assert.deepEqual(await ask(caseNumber), { kind: 'decided', outcome: 'approved' });
    await takeItBack();
  });

  it('two agencies never decide side by side: of 8 negative opinions at once exactly one ends the case', async () => {
    const caseNumber = await running();
    const outcomes = await Promise.all(
      [...AGENCIES, ...AGENCIES].map((agency) => record.opine(caseNumber, agency, { kind: 'negative' })),
    );
    const kinds = outcomes.map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, [...Array<string>(7).fill('after-decision'), 'ended-the-case']);
  });

  it('the grounds lie sealed: nowhere in the row or the evidence as plain text', async () => {
    const caseNumber = await running();
    await record.opine(caseNumber, 'state-security', { kind: 'negative', grounds: 'PLANTED-GROUNDS' });
    const rows = await record.owner.many(`SELECT * FROM opinion WHERE case_number = $1`, [caseNumber]);
    const all = JSON.stringify(rows) + JSON.stringify(await record.evidence(caseNumber));
    assert.equal(all.includes('PLANTED-GROUNDS'), false);
  });
});
