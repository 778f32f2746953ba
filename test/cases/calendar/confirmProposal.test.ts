import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { beginPreview } from '../../../cases/calendar/beginPreview.ts';
import { confirmProposal } from '../../../cases/calendar/confirmProposal.ts';
import { endProposal } from '../../../cases/calendar/endProposal.ts';
import { propose } from '../../../cases/calendar/propose.ts';
import { readCalendar, readHeldDecisions } from '../../../cases/calendar/readCalendar.ts';
import { readProposal } from '../../../cases/calendar/readProposals.ts';
import { workOnCalendar } from '../../../cases/calendar/workOnCalendar.ts';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { noteSignIn } from '../../../cases/officials/accounts.ts';
import { inTransaction } from '../../../cases/record/database.ts';
import { inCase } from '../../../cases/record/inCase.ts';
import { beginTerm } from '../../../cases/record/terms.ts';
import { readDecisions, writeDecisions } from '../../../law/calendar/readDecisions.ts';
import { buildCalendar } from '../../../law/calendar/calendar.ts';
import type { Official } from '../../../law/officials.ts';
import { seed } from '../../../prisma/seed.ts';
import { atMission, officerOf } from '../../support/atMission.ts';
import { decide, FEBRUARY_2025, FIRST, once, previewed, SECOND, workOff } from '../../support/calendar.ts';
import { lockWaited } from '../../support/lockWaited.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const baku = (day: string) => new Date(`${day}T00:00:00+04:00`).toISOString();

let test: TestRecord;
const freeze = (at: string) =>
  test.owner.run(`UPDATE legal_clock SET offset_ms = -86400000::bigint * 3650, frozen_at = $1`, [at]);

/** A record before the swap of February 2025 was known, at an instant of the time when terms run over it. */
async function open(at = '2025-03-26T10:00:00+04:00'): Promise<void> {
  test = await openTestRecord();
  await test.owner.run(`DELETE FROM calendar_decision WHERE kind = 'swap' AND published = '2025-02-15'`);
  await freeze(at);
}

async function running(): Promise<string> {
  const { caseNumber } = await test.register();
  await test.deliver(caseNumber);
  return caseNumber;
}

const ends = async (caseNumber: string) =>
  (
    await test.owner.many<{ ends_at: Date }>(`SELECT DISTINCT ends_at FROM term WHERE case_number = $1`, [caseNumber])
  ).map(({ ends_at }) => ends_at.toISOString());

const installation = async () =>
  (await test.owner.many<{ body: string }>(`SELECT body FROM evidence WHERE chain = 'installation' ORDER BY seq`)).map(
    ({ body }) => JSON.parse(body) as { what: string; by: { id?: string }; facts: Record<string, unknown> },
  );

describe('ADR 39: who may confirm a decision, and on what', () => {
  before(() => open());
  after(() => test.stop());
  const confirm = (who: typeof FIRST, asked: { proposal: string; preview: string }) =>
    confirmProposal(test.record, who, asked, once());

  it('the same person is refused, also under another account; the attempts are in the evidence', async () => {
    const asked = await previewed(test.record, FEBRUARY_2025);
    assert.deepEqual(await confirm(FIRST, asked), { kind: 'refused', reason: 'same-person' });
    const identity = {
      issuingCountry: 'AZE',
      documentNumber: 'AA1234567',
      birthDate: '1980-05-05',
      citizenship: 'AZE',
    } as const;
    for (const sub of ['operator-1', 'operator-1-again']) {
      const official: Official = { sub, role: 'operator', body: 'portal-operator', post: 'desk' };
      await noteSignIn(test.record, official, identity);
    }
    const again = { capacity: 'operator', id: 'operator-1-again' } as const;
    assert.deepEqual(await confirm(again, asked), { kind: 'refused', reason: 'same-person' });
    const refused = (await installation()).filter(({ what }) => what === 'deed-refused');
    assert.deepEqual(
      refused.map(({ by, facts }) => [by.id, facts['deed'], facts['proposal'], facts['reason']]),
      [
        ['operator-1', 'calendar-confirm', asked.proposal, 'same-person'],
        ['operator-1-again', 'calendar-confirm', asked.proposal, 'same-person'],
      ],
    );
    assert.equal((await readHeldDecisions(test.record, 2025)).filter(({ takenBack }) => takenBack).length, 0);
    await endProposal(test.record, SECOND, { proposal: asked.proposal, reason: 'test' });
    assert.deepEqual(await confirm(SECOND, asked), { kind: 'refused', reason: 'not-open' });
  });

  it('only a finished preview of this day and this calendar counts', async () => {
    const proposed = await propose(test.record, FIRST, FEBRUARY_2025, once());
    assert.equal(proposed.kind, 'proposed');
    const { proposal } = proposed as { proposal: string };
    const none = '00000000-0000-4000-8000-000000000000';
    assert.deepEqual(await confirm(SECOND, { proposal, preview: none }), { kind: 'refused', reason: 'not-previewed' });
    const begun = await beginPreview(test.record, FIRST, proposal);
    const { preview } = begun as { preview: string };
    assert.deepEqual(await beginPreview(test.record, SECOND, proposal), begun, 'one that runs goes on');
    const unfinished = { kind: 'refused', reason: 'preview-unfinished' };
    assert.deepEqual(await confirm(SECOND, { proposal, preview }), unfinished);
    await workOff(test.record);

    // Another decision becomes known in between.
    const other = { ...FEBRUARY_2025, published: '2025-03-26' };
    await decide(test.record, { ...other, days: [{ day: '2025-04-16', kind: 'swap', instead: '2025-04-19' }] });
    const stale = { kind: 'refused', reason: 'preview-stale' };
    assert.deepEqual(await confirm(SECOND, { proposal, preview }), stale);
    assert.equal((await readProposal(test.record, proposal))?.preview?.stale, true);

    // Made anew, it is stale again the next day: the first working day after the confirmation is another.
    const { preview: second } = (await beginPreview(test.record, FIRST, proposal)) as { preview: string };
    await workOff(test.record);
    assert.deepEqual(await confirm(SECOND, { proposal, preview }), { kind: 'refused', reason: 'not-previewed' });
    await freeze('2025-03-27T08:00:00+04:00');
    assert.deepEqual(await confirm(SECOND, { proposal, preview: second }), stale);
    const { preview: third } = (await beginPreview(test.record, FIRST, proposal)) as { preview: string };
    await workOff(test.record);
    const request = once();
    const confirmed = await confirmProposal(test.record, SECOND, { proposal, preview: third }, request);
    assert.equal(confirmed.kind, 'confirmed');
    assert.deepEqual(
      await confirmProposal(test.record, SECOND, { proposal, preview: third }, request),
      confirmed,
      'a form sent twice counts once',
    );
    await workOff(test.record);
    const told = (await installation()).filter(({ facts }) => facts['proposal'] === proposal);
    assert.deepEqual(
      [...new Set(told.map(({ what }) => what))],
      [
        'calendar-decision-proposed',
        'deed-refused',
        'calendar-preview-begun',
        'calendar-previewed',
        'calendar-decision-confirmed',
        'calendar-applied',
      ],
    );
  });

  it('a decision with faults, or about a day of which another stands, is not taken in', async () => {
    const [day] = FEBRUARY_2025.days;
    const change = (by: object, published: string = FEBRUARY_2025.published) =>
      propose(test.record, FIRST, { ...FEBRUARY_2025, published, days: [{ ...day, ...by }, day] }, once());
    assert.deepEqual(await change({ instead: '2025-03-08', day: '2025-03-27' }), {
      kind: 'faulty',
      faults: [
        { row: 0, field: 'day', reason: 'decided-otherwise' },
        { row: 1, field: 'day', reason: 'stands-twice' },
      ],
    });
    assert.equal((await change({}, '2026-01-01')).kind, 'faulty');
  });
});

describe('ADR 39: while a confirmed decision is being applied', () => {
  beforeEach(() => open());

  it('R1598/2.8: a term that begins after the confirmation ends right, and one begun beside it is not missed', async (t) => {
    t.after(() => test.stop());
    const old = await running();
    const asked = await previewed(test.record, FEBRUARY_2025);
    // A deed that has read the old calendar and has not committed holds the confirmation up until it has.
    const { caseNumber: beside } = await test.register();
    let confirming: Promise<unknown> = Promise.resolve();
    let confirmedAfter = false;
    await inCase(test.record, beside, test.operator, async (tx, now) => {
      const { entry } = await beginTerm(tx, now, {
        caseNumber: beside,
        clause: 'R1598/2.18',
        holder: 'portal-operator',
        startEvent: 'test',
      });
      confirming = confirmProposal(test.record, SECOND, asked, once()).then(() => (confirmedAfter = true));
      await lockWaited(test.owner);
      assert.equal(confirmedAfter, false, 'the confirmation waits');
      return { outcome: null, evidence: [entry] };
    });
    await confirming;
    const fresh = await running();
    assert.deepEqual(await ends(fresh), [baku('2025-04-04')], 'already under the new calendar');
    assert.deepEqual(await ends(beside), [baku('2025-04-03')]);
    await workOff(test.record);
    for (const caseNumber of [old, beside, fresh]) assert.deepEqual(await ends(caseNumber), [baku('2025-04-04')]);
    const moved = (await test.evidence(fresh)).filter(({ what }) => what === 'term-recomputed');
    assert.deepEqual(moved, [], 'nothing to move');
  });

  it('R1598/2.8: no term is closed and no opinion is late by an end that the confirmed decision has moved', async (t) => {
    t.after(() => test.stop());
    const [silent, answered] = [await running(), await running()];
    const asked = await previewed(test.record, FEBRUARY_2025);
    assert.equal((await confirmProposal(test.record, SECOND, asked, once())).kind, 'confirmed');
    // Nobody has counted anew yet, and the old end is over.
    await freeze('2025-04-03T09:00:00+04:00');
    assert.equal((await test.close(silent)).kind, 'wait');
    assert.deepEqual(await ends(silent), [baku('2025-04-04')]);
    const opinion = await test.opine(answered, 'state-security', { kind: 'negative' });
    assert.equal(opinion.kind, 'ended-the-case');
    await workOff(test.record);
    const stages = await test.owner.many(`SELECT number, stage FROM "case" ORDER BY number`);
    assert.deepEqual(stages, [
      { number: silent, stage: 'opinions' },
      { number: answered, stage: 'ended' },
    ]);
  });

  it('R1598/2.11: a mission that invites by the moved end is not late, though its case has not been reached yet', async (t) => {
    t.after(() => test.stop());
    const { caseNumber } = await atMission(test);
    const asked = await previewed(test.record, FEBRUARY_2025);
    assert.equal((await confirmProposal(test.record, SECOND, asked, once())).kind, 'confirmed');
    await freeze('2025-03-31T09:00:00+04:00');
    const mission = officerOf('berlin');
    const invited = await inviteApplicant(test.record, mission, { caseNumber, fromDay: null }, once());
    assert.deepEqual(invited?.kind === 'invited' && invited.late, false);
    const closed = (await test.evidence(caseNumber)).findLast(({ what }) => what === 'term-closed');
    assert.equal(closed?.facts?.['outcome'], 'done');
  });

  it('a second decision waits until the first is applied; a slice that failed is tried again, beside the others', async (t) => {
    t.after(() => test.stop());
    const caseNumber = await running();
    const asked = await previewed(test.record, FEBRUARY_2025);
    await confirmProposal(test.record, SECOND, asked, once());
    const next = await propose(
      test.record,
      FIRST,
      { ...FEBRUARY_2025, published: '2025-03-26', days: [{ day: '2025-05-02', kind: 'swap', instead: '2025-05-03' }] },
      once(),
    );
    const { proposal } = next as { proposal: string };
    const { preview } = (await beginPreview(test.record, FIRST, proposal)) as { preview: string };
    const refused = await confirmProposal(test.record, SECOND, { proposal, preview }, once());
    assert.deepEqual(refused, { kind: 'refused', reason: 'application-running' });

    // A case whose key cannot be opened fails; its slice stays, with the reason to look.
    await test.owner.run(`UPDATE "case" SET sealed_key = '\\x00' WHERE number = $1`, [caseNumber]);
    await assert.rejects(workOff(test.record));
    const failing = await readProposal(test.record, asked.proposal);
    assert.equal(failing?.application?.failing, 1, 'it is said on the page');
    assert.equal(failing.application.finishedAt, null);
    const { sealed } = test.record.seal.newKey();
    await test.owner.run(`UPDATE "case" SET sealed_key = $2 WHERE number = $1`, [caseNumber, sealed]);
    await test.owner.run(`UPDATE calendar_slice SET next_attempt_at = machine_now()`);
    await workOff(test.record);
    assert.deepEqual(await ends(caseNumber), [baku('2025-04-04')]);
    assert.equal(await workOnCalendar(test.record), 0);
  });
});

describe('ADR 39: a decision is taken back by a further one', () => {
  before(() => open('2025-02-15T12:00:00+04:00'));
  after(() => test.stop());

  it('R1598/2.8: from the confirmation on; what was known between stays known, and open terms move back', async () => {
    const version = async (day?: string) => (await readCalendar(test.record, day)).calendar.version;
    const offOn = async (knownOn: string) =>
      (await readCalendar(test.record, knownOn)).calendar.nonWorkingDays(2025).join();
    const [v0, d0] = [await version(), await offOn('2025-02-14')];
    assert.equal((await decide(test.record, FEBRUARY_2025)).kind, 'confirmed');
    const [v1, d1] = [await version(), await offOn('2025-02-15')];
    assert.notEqual(d0, d1);

    await freeze('2025-03-26T10:00:00+04:00');
    const caseNumber = await running();
    assert.deepEqual(await ends(caseNumber), [baku('2025-04-04')]);
    const rows = (await readHeldDecisions(test.record, 2025)).filter(({ published }) => published === '2025-02-15');
    const undo = {
      kind: 'take-back',
      published: '2025-03-26',
      source: 'Nazirlər Kabinetinin qərarı № 50',
      decisions: rows.map(({ id }) => id),
    } as const;
    await test.owner.run(`UPDATE parameter SET value = 'true' WHERE name = 'term-may-shorten'`);
    assert.equal((await decide(test.record, undo)).kind, 'confirmed');
    // 27 and 28 March are worked again and 1 April is off: with 2 April the third.
    assert.deepEqual(await ends(caseNumber), [baku('2025-04-03')]);
    assert.equal(await offOn('2025-03-26'), d0);
    assert.equal(await offOn('2025-03-25'), d1, 'what was known between stays reproducible');
    assert.equal(await offOn('2025-02-14'), d0);
    const v2 = await version();
    assert.equal(new Set([v0, v1, v2]).size, 3, 'a further version, not the one before');
    assert.equal(v2.split('/')[2], v0.split('/')[2], 'with the same days');
    assert.deepEqual(await decide(test.record, undo), { kind: 'refused', reason: 'nothing-stands' });

    // A start of the program brings nothing back that was taken back; the same days may be decided anew.
    await seed(test.databases.ownerUrl, { nature: 'rehearsal' });
    assert.equal(await offOn('2025-03-26'), d0);
    assert.equal((await decide(test.record, { ...FEBRUARY_2025, published: '2025-03-26' })).kind, 'confirmed');
    assert.equal(await offOn('2025-03-26'), d1);

    // What the installation gives of its calendar tells the same history to whoever reads it elsewhere.
    const given = readDecisions(writeDecisions(await readHeldDecisions(test.record)));
    for (const day of ['2025-02-14', '2025-02-15', '2025-03-25', '2025-03-26'])
      assert.equal(buildCalendar(given, day).version, await version(day), day);
  });

  it('a decision once entered cannot be removed or rewritten by the program', async () => {
    for (const statement of [
      `DELETE FROM calendar_decision`,
      `UPDATE calendar_decision SET published = published`,
      `DELETE FROM calendar_proposal`,
      `UPDATE calendar_proposal SET proposed_by = 'x'`,
      `UPDATE calendar_proposal_day SET day = day`,
    ])
      await assert.rejects(
        inTransaction(test.record.database.ordinary, (tx) => tx.run(statement)),
        { code: '42501' },
        statement,
      );
  });
});
