import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { readCase } from '../../../cases/findCases.ts';
import { bookAppointment } from '../../../cases/mission/bookAppointment.ts';
import { cancelAppointment } from '../../../cases/mission/cancelAppointment.ts';
import { removeClosingDay, setClosingDay } from '../../../cases/mission/closingDays.ts';
import { closeSlot } from '../../../cases/mission/closeSlots.ts';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { openSlots } from '../../../cases/mission/openSlots.ts';
import { freeSlots, readDay } from '../../../cases/mission/readSlots.ts';
import { countWaiting, readWaiting } from '../../../cases/mission/readWaiting.ts';
import { recordNoShow } from '../../../cases/mission/recordNoShow.ts';
import { unseal } from '../../../cases/record/seal.ts';
import type { MissionId } from '../../../law/signature-issuance/missions.ts';
import { atMission, invitedAt, officerOf, request } from '../../support/atMission.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const START = '2026-03-16T09:00:00+04:00';

describe('the mission invites and is visited', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
    await test.freeze(START);
  });
  after(() => test.stop());

  const open = async (mission: MissionId, day: string, times: string[]) => {
    const slots = { mission, day, times, minutes: 30 };
    const outcome = await openSlots(test.record, officerOf(mission), slots, request());
    assert.equal(outcome.kind, 'opened', JSON.stringify(outcome));
    return outcome.kind === 'opened' ? outcome.slots : [];
  };
  const book = (caseNumber: string, slot: string) => bookAppointment(test.record, caseNumber, slot, request());
  const reasonOf = (outcome: { kind: string } | null) => (outcome as { reason?: string } | null)?.reason;
  const notices = async (caseNumber: string, kind: string) => {
    const rows = await test.owner.many<{ sealed_facts: Buffer; sealed_key: Buffer }>(
      `SELECT n.sealed_facts, c.sealed_key FROM notice n JOIN "case" c ON c.number = n.case_number
        WHERE n.case_number = $1 AND n.kind = $2 AND n.channel = 'email'`,
      [caseNumber, kind],
    );
    const opened = rows.map(
      ({ sealed_facts, sealed_key }) =>
        JSON.parse(unseal(test.record.seal.openKey(sealed_key), sealed_facts).toString()) as Record<string, unknown>,
    );
    // The clock stands still here, so the events' own numbers put them in order.
    return opened.sort((a, b) => Number(a['sequence']) - Number(b['sequence']));
  };

  it("R1598/2.11: the mission's own officer invites, within the term; the ball goes to the applicant", async () => {
    const { caseNumber } = await atMission(test);
    const invite = (mission: string, fromDay: string | null = null) =>
      inviteApplicant(test.record, officerOf(mission), { caseNumber, fromDay }, request());
    assert.deepEqual(await invite('paris'), { kind: 'not-yours' });
    assert.equal(reasonOf(await invite('berlin', '2026-03-15')), 'from-day-past');
    const before = await readCase(test.record, caseNumber);
    assert.equal(before?.stage, 'invitation');
    assert.equal(before.waitsFor?.party, 'mission:berlin');
    assert.equal(before.furtherTerms[0]?.overdue, false);

    const outcome = await invite('berlin');
    assert.equal(outcome?.kind, 'invited');
    const view = await readCase(test.record, caseNumber);
    assert.equal(view?.stage, 'identity');
    assert.equal(view.waitsFor?.party, 'applicant');
    assert.equal(view.invitation?.fromDay, '2026-03-16');
    const [term] = view.furtherTerms;
    assert.deepEqual([term?.clause, term?.holder, term?.outcome], ['R1598/2.11', 'mission:berlin', 'done']);
    assert.ok((term?.days.length ?? 0) > 0);
    assert.equal((await notices(caseNumber, 'invited')).length, 1);
    assert.equal(reasonOf(await invite('berlin')), 'invited-for-that-day');
    const refusals = (await test.evidence(caseNumber)).filter(({ what }) => what === 'deed-refused');
    assert.equal(refusals.length, 3);
  });

  it('R1598/2.11: the first day lies at most 60 days ahead, and is set anew while nobody is booked, which both evidence and applicant are told', async () => {
    const { caseNumber } = await atMission(test, { mission: 'ankara' });
    const invite = (fromDay: string | null) =>
      inviteApplicant(test.record, officerOf('ankara'), { caseNumber, fromDay }, request());
    const far = await invite('2026-05-16');
    assert.ok(far?.kind === 'refused' && far.reason === 'from-day-too-far' && far.clause === 'R1598/2.11');
    assert.deepEqual(far.items, [{ item: '2026-05-15', reason: 'last-day-possible' }]);
    assert.equal((await invite('2026-05-15'))?.kind, 'invited');
    const [slot] = await open('ankara', '2026-03-20', ['09:00']);
    assert.equal(reasonOf(await book(caseNumber, slot?.id ?? '')), 'slot-before-invitation');

    assert.equal(reasonOf(await invite('2026-03-15')), 'from-day-past');
    assert.equal(reasonOf(await invite('2026-06-01')), 'from-day-too-far');
    const anew = await invite('2026-03-18');
    assert.ok(anew?.kind === 'invited-anew');
    assert.deepEqual([anew.before, anew.fromDay], ['2026-05-15', '2026-03-18']);
    assert.equal((await readCase(test.record, caseNumber))?.invitation?.fromDay, '2026-03-18');
    const days = (await notices(caseNumber, 'invited')).map(({ fromDay }) => fromDay);
    assert.deepEqual(days.toSorted(), ['2026-03-18', '2026-05-15']);
    const [moved] = (await test.evidence(caseNumber)).filter(({ what }) => what === 'invited-anew');
    assert.deepEqual(moved?.facts, { mission: 'ankara', before: '2026-05-15', fromDay: '2026-03-18' });
    assert.equal((await book(caseNumber, slot?.id ?? ''))?.kind, 'booked');
    assert.equal(reasonOf(await invite('2026-03-21')), 'booked-already');
  });

  it('R1598/2.11: after the working day the invitation is late, and was overdue on every list', async () => {
    const { caseNumber } = await atMission(test, { mission: 'rome' });
    await test.freeze('2026-03-19T00:00:00+04:00');
    const [waiting] = await readWaiting(test.record, 'rome', { start: 0, rows: 2 });
    assert.deepEqual([waiting?.caseNumber, waiting?.invitation?.overdue], [caseNumber, true]);
    assert.deepEqual(await countWaiting(test.record, 'rome'), { total: 1, overdue: 1 });
    assert.deepEqual(await readWaiting(test.record, 'rome', { start: 1, rows: 2 }), []);
    assert.equal((await readCase(test.record, caseNumber))?.furtherTerms[0]?.overdue, true);
    const input = { caseNumber, fromDay: null };
    const outcome = await inviteApplicant(test.record, officerOf('rome'), input, request());
    assert.equal(outcome?.kind === 'invited' && outcome.late, true);
    // In Rome it is still the 18th.
    assert.equal(outcome?.kind === 'invited' && outcome.fromDay, '2026-03-18');
    await test.freeze(START);
  });

  it('R1598/2.12: twenty people, five slots, all at once: five get one each, nobody two', async () => {
    const slots = await open('vienna', '2026-03-20', ['09:00', '09:30', '10:00', '10:30', '11:00']);
    const people: string[] = [];
    for (let i = 0; i < 20; i += 1) people.push((await invitedAt(test, { mission: 'vienna' })).caseNumber);
    const answers = await Promise.all(people.map((caseNumber, i) => book(caseNumber, slots[i % 5]?.id ?? '')));
    assert.equal(answers.filter((answer) => answer?.kind === 'booked').length, 5);
    assert.ok(answers.every((answer) => answer?.kind === 'booked' || reasonOf(answer) === 'slot-taken'));
    const { slots: rows, people: holders } = await test.owner.one<{ slots: number; people: number }>(
      `SELECT count(DISTINCT slot_id)::integer AS slots, count(DISTINCT case_number)::integer AS people
         FROM appointment WHERE state = 'booked' AND slot_id = ANY ($1)`,
      [slots.map(({ id }) => id)],
    );
    assert.deepEqual([rows, holders], [5, 5]);
  });

  it('R1598/2.12: one person asking for five slots at once holds one', async () => {
    const slots = await open('prague', '2026-03-20', ['09:00', '09:30', '10:00', '10:30', '11:00']);
    const { caseNumber } = await invitedAt(test, { mission: 'prague' });
    const answers = await Promise.all(slots.map(({ id }) => book(caseNumber, id)));
    assert.ok(answers.every((answer) => answer?.kind === 'booked'));
    const booked = await test.owner.many(`SELECT 1 FROM appointment WHERE case_number = $1 AND state = 'booked'`, [
      caseNumber,
    ]);
    assert.equal(booked.length, 1);
    assert.equal((await freeSlots(test.record, caseNumber)).slots.length, 4);
  });

  it('R1598/2.12: booking, moving under one UID, cancelling, booking anew: each told to the applicant', async () => {
    const [first, second] = await open('paris', '2026-03-20', ['09:00', '10:00']);
    const { caseNumber } = await invitedAt(test, { mission: 'paris' });
    const booked = await book(caseNumber, first?.id ?? '');
    assert.equal(booked?.kind === 'booked' && booked.startsAt, '2026-03-20T09:00:00+01:00');
    const moved = await book(caseNumber, second?.id ?? '');
    assert.equal(moved?.kind === 'booked' && moved.moved, true);
    const told = await notices(caseNumber, 'appointment-booked');
    assert.deepEqual(
      told.map(({ sequence, moved: isMove, startsAt }) => [sequence, isMove, startsAt]),
      [
        [0, false, '2026-03-20T08:00:00.000Z'],
        [1, true, '2026-03-20T09:00:00.000Z'],
      ],
    );
    assert.equal(told[0]?.['uid'], told[1]?.['uid']);

    assert.equal((await cancelAppointment(test.record, caseNumber, request()))?.kind, 'cancelled');
    const [cancelled] = await notices(caseNumber, 'appointment-cancelled');
    assert.deepEqual(
      [cancelled?.['uid'], cancelled?.['sequence'], cancelled?.['by']],
      [told[0]?.['uid'], 2, 'applicant'],
    );
    assert.equal(reasonOf(await cancelAppointment(test.record, caseNumber, request())), 'no-appointment');
    const anew = await book(caseNumber, first?.id ?? '');
    assert.equal(anew?.kind === 'booked' && anew.moved, false);
    assert.deepEqual(
      (await readCase(test.record, caseNumber))?.appointments.map(({ state }) => state),
      ['moved', 'cancelled', 'booked'],
    );
  });

  it("R1598/2.12: no slot of another post, closed, past, before the invitation's day, or on a closing day", async () => {
    const officer = officerOf('london');
    const { caseNumber } = await atMission(test, { mission: 'london' });
    await inviteApplicant(test.record, officer, { caseNumber, fromDay: '2026-03-19' }, request());
    const [early, closed, onClosingDay, past] = [
      ...(await open('london', '2026-03-18', ['09:00'])),
      ...(await open('london', '2026-03-19', ['09:00'])),
      ...(await open('london', '2026-03-20', ['09:00'])),
      ...(await open('london', '2026-03-19', ['08:00'])),
    ];
    const [foreign] = await open('madrid', '2026-03-20', ['09:00']);
    await closeSlot(
      test.record,
      officer,
      { mission: 'london', slot: closed?.id ?? '', cancelBooked: false },
      request(),
    );
    const day = { mission: 'london', day: '2026-03-20', cancelBooked: false } as const;
    assert.equal((await setClosingDay(test.record, officer, day, request())).kind, 'closed');

    assert.equal(reasonOf(await book(caseNumber, early?.id ?? '')), 'slot-before-invitation');
    assert.equal(reasonOf(await book(caseNumber, closed?.id ?? '')), 'slot-closed');
    assert.equal(reasonOf(await book(caseNumber, onClosingDay?.id ?? '')), 'slot-on-closing-day');
    assert.equal(reasonOf(await book(caseNumber, foreign?.id ?? '')), 'slot-unknown');
    assert.deepEqual((await freeSlots(test.record, caseNumber)).slots, [past]);
    await test.freeze('2026-03-19T08:00:00Z');
    assert.equal(reasonOf(await book(caseNumber, past?.id ?? '')), 'slot-past');
    await test.freeze(START);

    assert.equal((await removeClosingDay(test.record, officer, day, request())).kind, 'removed');
    assert.equal((await removeClosingDay(test.record, officer, day, request())).kind, 'not-found');
    assert.equal((await book(caseNumber, onClosingDay?.id ?? ''))?.kind, 'booked');
    const refused = await openSlots(
      test.record,
      officer,
      { mission: 'london', day: '2026-03-29', times: ['01:30', '09:00'], minutes: 30 },
      request(),
    );
    assert.equal(reasonOf(refused), 'slots-impossible');
  });

  it('R1598/2.12: a day with appointments is closed only once they are moved, or with their cancellation', async () => {
    const officer = officerOf('tokyo');
    const slots = await open('tokyo', '2026-03-20', ['09:00', '10:00']);
    const people = [await invitedAt(test, { mission: 'tokyo' }), await invitedAt(test, { mission: 'tokyo' })];
    for (const [i, { caseNumber }] of people.entries()) await book(caseNumber, slots[i]?.id ?? '');
    const day = { mission: 'tokyo', day: '2026-03-20' } as const;
    const refused = await setClosingDay(test.record, officer, { ...day, cancelBooked: false }, request());
    assert.deepEqual(refused.kind === 'refused' && refused.items.map(({ item }) => item), [
      '2026-03-20T09:00:00+09:00',
      '2026-03-20T10:00:00+09:00',
    ]);
    assert.equal((await readDay(test.record, 'tokyo', '2026-03-20')).closingDay, false);

    const once = request();
    const close = () => setClosingDay(test.record, officer, { ...day, cancelBooked: true }, once);
    const answers = [await close(), await close()];
    assert.deepEqual(answers[0], answers[1]);
    for (const { caseNumber } of people) {
      const told = await notices(caseNumber, 'appointment-cancelled');
      assert.deepEqual(
        told.map(({ by, sequence }) => [by, sequence]),
        [['mission', 1]],
      );
      assert.equal((await readCase(test.record, caseNumber))?.stage, 'identity');
    }
    const list = await readDay(test.record, 'tokyo', '2026-03-20');
    assert.equal(list.closingDay, true);
    assert.ok(list.slots.every(({ appointment }) => appointment === null));
  });

  it('R1598/2.12: a booking and the closing of its day at once: never both', async () => {
    const officer = officerOf('seoul');
    for (let i = 1; i <= 6; i += 1) {
      const day = `2026-04-0${i}`;
      const [slot] = await open('seoul', day, ['09:00']);
      const { caseNumber } = await invitedAt(test, { mission: 'seoul' });
      const [booked, closed] = await Promise.all([
        book(caseNumber, slot?.id ?? ''),
        setClosingDay(test.record, officer, { mission: 'seoul', day, cancelBooked: false }, request()),
      ]);
      assert.notEqual(booked?.kind === 'booked', closed.kind === 'closed', day);
    }
  });

  it('R1598/2.12: a no-show is recorded after the appointed time only, by that post, and may book again', async () => {
    const [slot, later] = await open('berlin', '2026-03-17', ['09:00', '15:00']);
    const { caseNumber } = await invitedAt(test);
    const booked = await book(caseNumber, slot?.id ?? '');
    const appointment = booked?.kind === 'booked' ? booked.appointment : '';
    const miss = (mission: string) => recordNoShow(test.record, officerOf(mission), appointment, request());
    await test.freeze('2026-03-17T07:59:59.999Z');
    assert.equal(reasonOf(await miss('berlin')), 'appointment-not-begun');
    await test.freeze('2026-03-17T08:00:00.000Z');
    assert.deepEqual(await miss('paris'), { kind: 'not-yours' });
    assert.equal(reasonOf(await book(caseNumber, later?.id ?? '')), 'appointment-begun');
    assert.equal(reasonOf(await cancelAppointment(test.record, caseNumber, request())), 'appointment-begun');
    assert.equal((await miss('berlin'))?.kind, 'recorded');
    assert.equal(reasonOf(await miss('berlin')), 'appointment-not-booked');
    assert.equal((await readCase(test.record, caseNumber))?.waitsFor?.party, 'applicant');
    assert.equal((await notices(caseNumber, 'no-show')).length, 1);
    assert.equal((await book(caseNumber, later?.id ?? ''))?.kind, 'booked');
    const uids = (await notices(caseNumber, 'appointment-booked')).map(({ uid }) => uid);
    assert.equal(new Set(uids).size, 2);
    await test.freeze(START);
  });

  it('R1598/2.12: nothing is booked before the invitation, nor for a case that has moved on', async () => {
    const [slot] = await open('riga', '2026-03-20', ['09:00']);
    const { caseNumber } = await atMission(test, { mission: 'riga' });
    assert.equal(reasonOf(await book(caseNumber, slot?.id ?? '')), 'not-at-identity');
    assert.deepEqual((await freeSlots(test.record, caseNumber)).slots, []);
  });
});
