import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { diskStore } from '../../../adapters/files/diskStore.ts';
import { readCase } from '../../../cases/findCases.ts';
import { bookAppointment } from '../../../cases/mission/bookAppointment.ts';
import { checkIdentity, type IdentityInput } from '../../../cases/mission/checkIdentity.ts';
import { confirmIdentity } from '../../../cases/mission/confirmIdentity.ts';
import { noteSignIn } from '../../../cases/officials/accounts.ts';
import { openSlots } from '../../../cases/mission/openSlots.ts';
import { takeInPhotograph } from '../../../cases/mission/takeInPhotograph.ts';
import type { MissionId } from '../../../law/signature-issuance/missions.ts';
import { invitedAt, officerOf, request } from '../../support/atMission.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

const START = '2026-03-16T09:00:00+04:00';
const APPOINTED = '2026-03-17T08:05:00Z';
const EQUAL: IdentityInput['findings'] = [
  { item: 'identity-document', originalSeen: true, equal: true },
  { item: 'photograph', originalSeen: true, equal: true },
];
const DIFFERS: IdentityInput['findings'] = [
  { item: 'identity-document', originalSeen: true, equal: false, reason: 'data-differ' },
  { item: 'photograph', originalSeen: true, equal: true },
];

describe('the mission confirms who stands before it', () => {
  let test: TestRecord;
  let folder: string;
  const minutes = new Map<string, number>();
  before(async () => {
    test = await openTestRecord();
    folder = await mkdtemp(join(tmpdir(), 'mohlet-photographs-'));
  });
  after(async () => {
    await test.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const reasonOf = (outcome: { kind: string } | null) => (outcome as { reason?: string } | null)?.reason;

  /** A case with an appointment on 17 March, at whose hour the clock then stands. */
  async function appointed(of: { name?: string; mission?: MissionId } = {}): Promise<string> {
    await test.freeze(START);
    const mission = of.mission ?? 'berlin';
    const { caseNumber } = await invitedAt(test, of);
    const minute = minutes.get(mission) ?? 0;
    minutes.set(mission, minute + 1);
    const times = [`09:${String(minute).padStart(2, '0')}`];
    const made = { mission, day: '2026-03-17', times, minutes: 5 };
    const opened = await openSlots(test.record, officerOf(mission), made, request());
    const slot = opened.kind === 'opened' ? opened.slots[0]?.id : undefined;
    const booked = await bookAppointment(test.record, caseNumber, slot ?? '', request());
    assert.equal(booked?.kind, 'booked');
    await test.freeze(APPOINTED);
    return caseNumber;
  }
  async function photograph(caseNumber: string, mission = 'berlin'): Promise<string> {
    const content = Buffer.from('a picture');
    const input = { caseNumber, id: randomUUID(), mediaType: 'image/jpeg', storedSha256: 'a'.repeat(64), content };
    const files = diskStore(folder);
    const outcome = await takeInPhotograph(test.record, files, officerOf(mission), input, request());
    return outcome?.kind === 'taken-in' ? outcome.photograph : `not taken in: ${String(reasonOf(outcome))}`;
  }
  const check = (caseNumber: string, change: Partial<IdentityInput> = {}, officer = officerOf('berlin')) => {
    const whole = { came: 'applicant', findings: EQUAL, photograph: null, originalsReturned: true } as const;
    return checkIdentity(test.record, officer, { caseNumber, ...whole, ...change }, request());
  };
  const counts = (caseNumber: string) =>
    test.owner.one(
      `SELECT (SELECT count(*) FROM identity_check WHERE case_number = $1) AS checks,
              (SELECT count(*) FROM notice WHERE case_number = $1) AS notices,
              (SELECT count(*) FROM outbox WHERE case_number = $1) AS wakes,
              (SELECT string_agg(state, ',' ORDER BY booked_at) FROM appointment WHERE case_number = $1) AS states,
              stage, outcome, waits_for FROM "case" WHERE number = $1`,
      [caseNumber],
    );

  it('R1598/2.12, 2.14: everything equal, the photograph taken in, originals back: on to the contract', async () => {
    const caseNumber = await appointed();
    const taken = await photograph(caseNumber);
    const outcome = await check(caseNumber, { photograph: taken });
    assert.equal(outcome?.kind, 'match');
    const view = await readCase(test.record, caseNumber);
    assert.equal(view?.stage, 'contract');
    assert.equal(view.waitsFor?.party, 'mission:berlin');
    assert.deepEqual(
      view.appointments.map(({ state }) => state),
      ['kept'],
    );
    const said = (await test.evidence(caseNumber)).map(({ what }) => what);
    assert.deepEqual(said.slice(-3), ['photograph-taken-in', 'identity-checked', 'identity-confirmed']);
    assert.equal(reasonOf(await check(caseNumber, { photograph: taken })), 'not-at-identity');
  });

  it('R1598/2.13: one item that differs: refused with item and reason, the applicant told, the case ended', async () => {
    const caseNumber = await appointed();
    const outcome = await check(caseNumber, { findings: DIFFERS });
    assert.equal(outcome?.kind, 'mismatch');
    const view = await readCase(test.record, caseNumber);
    assert.deepEqual([view?.stage, view?.outcome, view?.waitsFor], ['ended', 'mismatch', null]);
    assert.ok(view?.notices.some(({ kind, recipient }) => kind === 'mismatch' && recipient === 'applicant'));
    const refused = (await test.evidence(caseNumber)).find(({ what }) => what === 'certificate-refused');
    assert.deepEqual(refused?.facts?.['items'], [{ item: 'identity-document', reason: 'data-differ' }]);
  });

  it('R1598/2.12: what is not whole changes nothing and stands in the evidence', async () => {
    const caseNumber = await appointed();
    const another = await appointed();
    const taken = await photograph(caseNumber);
    const before = await counts(caseNumber);
    const refusals: [change: Partial<IdentityInput>, reason: string][] = [
      [{ came: 'somebody-else', photograph: taken }, 'wrong-person'],
      [{ came: 'representative', photograph: taken }, 'wrong-person'],
      [{ findings: EQUAL.slice(1), photograph: taken }, 'check-not-whole'],
      [{ photograph: null }, 'check-not-whole'],
      [{ photograph: randomUUID() }, 'photograph-unknown'],
      [{ photograph: await photograph(another) }, 'photograph-unknown'],
      [{ photograph: taken, originalsReturned: false }, 'originals-not-returned'],
      [{ findings: DIFFERS, originalsReturned: false }, 'originals-not-returned'],
    ];
    for (const [change, reason] of refusals) assert.equal(reasonOf(await check(caseNumber, change)), reason);
    assert.deepEqual(await check(caseNumber, { photograph: taken }, officerOf('paris')), { kind: 'not-yours' });
    const confirm = { caseNumber, confirms: true };
    const unasked = await confirmIdentity(test.record, officerOf('berlin', 'officer-2'), confirm, request());
    assert.equal(reasonOf(unasked), 'no-check-to-confirm');
    assert.deepEqual(await counts(caseNumber), before);
    const kept = (await test.evidence(caseNumber)).filter(({ what }) => what === 'deed-refused');
    assert.equal(kept.length, refusals.length + 2);
  });

  it("R1598/2.12: only on the day of the appointment, in the post's own calendar", async () => {
    const caseNumber = await appointed({ mission: 'los-angeles' });
    const officer = officerOf('los-angeles');
    // 09:00 on the 17th in Los Angeles is 16:00 UTC; the post's day begins at 07:00 UTC and ends a day later.
    await test.freeze('2026-03-17T06:59:59.999Z');
    const early = await check(caseNumber, { findings: DIFFERS }, officer);
    assert.equal(reasonOf(early), 'no-appointment-today');
    // In Baku it is the 18th already.
    await test.freeze('2026-03-18T06:59:59.999Z');
    assert.equal((await check(caseNumber, { findings: DIFFERS }, officer))?.kind, 'mismatch');
    const another = await appointed({ mission: 'los-angeles' });
    await test.freeze('2026-03-18T07:00:00.000Z');
    assert.equal(reasonOf(await check(another, { findings: DIFFERS }, officer)), 'no-appointment-today');
  });

  it('R1598/2.12: a legal person comes by its representative, and the power of attorney is compared too', async () => {
    const caseNumber = await appointed({ name: 'business-representative' });
    const taken = await photograph(caseNumber);
    const attorney = { item: 'power-of-attorney', originalSeen: true, equal: true } as const;
    const with3 = { findings: [...EQUAL, attorney], photograph: taken };
    assert.equal(reasonOf(await check(caseNumber, { ...with3, came: 'applicant' })), 'wrong-person');
    assert.equal(
      reasonOf(await check(caseNumber, { ...with3, findings: EQUAL, came: 'representative' })),
      'check-not-whole',
    );
    assert.equal((await check(caseNumber, { ...with3, came: 'representative' }))?.kind, 'match');
  });

  it('R1598/2.12: where a post has a second officer, another one confirms, and until then nothing is final', async () => {
    await test.owner.run(
      `INSERT INTO parameter (name, in_force_from, value, ground) VALUES ('second-officer', '2026-01-01', $1, 'ADR 24')`,
      ['["warsaw"]'],
    );
    const [first, second] = [officerOf('warsaw'), officerOf('warsaw', 'officer-2')];
    const caseNumber = await appointed({ mission: 'warsaw' });
    const confirm = (officer: typeof first, confirms: boolean) =>
      confirmIdentity(test.record, officer, { caseNumber, confirms }, request());
    assert.equal((await check(caseNumber, { findings: DIFFERS }, first))?.kind, 'awaits-second');
    assert.equal((await readCase(test.record, caseNumber))?.waitsFor?.party, 'mission:warsaw');
    assert.equal(reasonOf(await check(caseNumber, { findings: DIFFERS }, second)), 'awaits-second-officer');
    assert.equal(
      reasonOf(await bookAppointment(test.record, caseNumber, randomUUID(), request())),
      'awaits-second-officer',
    );
    assert.equal(reasonOf(await confirm(first, true)), 'same-officer');
    const person = {
      issuingCountry: 'AZE',
      documentNumber: 'AA7654321',
      birthDate: '1981-02-03',
      citizenship: 'AZE',
    } as const;
    const again = officerOf('warsaw', 'officer-1-again');
    for (const { id = '' } of [first, again])
      await noteSignIn(
        test.record,
        { sub: id, role: 'mission-officer', body: 'foreign-affairs', post: 'warsaw' },
        person,
      );
    assert.equal(reasonOf(await confirm(again, true)), 'same-officer', 'another account of the same person');
    assert.deepEqual(await confirm(officerOf('berlin'), true), { kind: 'not-yours' });
    assert.equal((await confirm(second, false))?.kind, 'not-confirmed');
    const unconfirmed = await readCase(test.record, caseNumber);
    assert.deepEqual([unconfirmed?.stage, unconfirmed?.waitsFor?.party], ['identity', 'mission:warsaw']);

    const taken = await photograph(caseNumber, 'warsaw');
    assert.equal((await check(caseNumber, { photograph: taken }, second))?.kind, 'awaits-second');
    assert.equal((await confirm(first, true))?.kind, 'match');
    assert.equal((await readCase(test.record, caseNumber))?.stage, 'contract');
    const ns = await test.owner.many<{ n: number; state: string }>(
      `SELECT n, state FROM identity_check WHERE case_number = $1 ORDER BY n`,
      [caseNumber],
    );
    assert.deepEqual(ns, [
      { n: 1, state: 'not-confirmed' },
      { n: 2, state: 'final' },
    ]);
  });

  it('R1598/2.12: after a check that was not confirmed a new appointment gives the applicant the ball', async () => {
    const [first, second] = [officerOf('warsaw'), officerOf('warsaw', 'officer-2')];
    const caseNumber = await appointed({ mission: 'warsaw' });
    assert.equal((await check(caseNumber, { findings: DIFFERS }, first))?.kind, 'awaits-second');
    const refused = await confirmIdentity(test.record, second, { caseNumber, confirms: false }, request());
    assert.equal(refused?.kind, 'not-confirmed');
    const made = { mission: 'warsaw', day: '2026-03-18', times: ['09:00'], minutes: 5 } as const;
    const opened = await openSlots(test.record, first, made, request());
    const slot = opened.kind === 'opened' ? opened.slots[0]?.id : undefined;
    assert.equal((await bookAppointment(test.record, caseNumber, slot ?? '', request()))?.kind, 'booked');
    assert.equal((await readCase(test.record, caseNumber))?.waitsFor?.party, 'applicant');

    // He comes once more on the same day: the later time is free again, and no letter calls it cancelled.
    const taken = await photograph(caseNumber, 'warsaw');
    assert.equal((await check(caseNumber, { photograph: taken }, first))?.kind, 'awaits-second');
    const confirmed = await confirmIdentity(test.record, second, { caseNumber, confirms: true }, request());
    assert.equal(confirmed?.kind, 'match');
    const view = await readCase(test.record, caseNumber);
    assert.deepEqual(view?.appointments.map(({ state }) => state).toSorted(), ['cancelled', 'kept']);
    assert.ok(!view.notices.some(({ kind }) => kind === 'appointment-cancelled'));
    const freed = (await test.evidence(caseNumber)).filter(({ what }) => what === 'appointment-cancelled');
    assert.deepEqual(
      freed.map(({ facts }) => facts?.['by']),
      ['identity-confirmed'],
    );
    const { caseNumber: next } = await invitedAt(test, { mission: 'warsaw' });
    assert.equal((await bookAppointment(test.record, next, slot ?? '', request()))?.kind, 'booked');
  });

  it('R1598/2.13: two officers deciding at once: one verdict', async () => {
    const caseNumber = await appointed();
    const taken = await photograph(caseNumber);
    const answers = await Promise.all([
      check(caseNumber, { findings: DIFFERS }),
      check(caseNumber, { photograph: taken }, officerOf('berlin', 'officer-2')),
    ]);
    assert.equal(answers.filter((answer) => answer?.kind === 'match' || answer?.kind === 'mismatch').length, 1);
    assert.equal(answers.filter((answer) => reasonOf(answer) === 'not-at-identity').length, 1);
  });

  it('R1598/2.12: a photograph refused by the deed leaves no file; the same request again, the first photograph', async () => {
    const caseNumber = await appointed();
    const files = diskStore(folder);
    const once = request();
    const stored = async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((f) => f.isFile()).length;
    const take = (officer = officerOf('berlin')) => {
      const content = Buffer.from('a picture');
      const input = { caseNumber, id: randomUUID(), mediaType: 'image/jpeg', storedSha256: 'b'.repeat(64), content };
      return takeInPhotograph(test.record, files, officer, input, once);
    };
    const before = await stored();
    assert.deepEqual(
      await takeInPhotograph(
        test.record,
        files,
        officerOf('paris'),
        {
          caseNumber,
          id: randomUUID(),
          mediaType: 'image/jpeg',
          storedSha256: 'b'.repeat(64),
          content: Buffer.from('x'),
        },
        request(),
      ),
      { kind: 'not-yours' },
    );
    assert.equal(await stored(), before);
    const answers = [await take(), await take()];
    assert.equal(answers[0]?.kind, 'taken-in');
    assert.deepEqual(answers[0], answers[1]);
    assert.equal(await stored(), before + 1);
  });
});
