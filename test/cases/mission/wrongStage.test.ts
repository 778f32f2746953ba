import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { diskStore } from '../../../adapters/files/diskStore.ts';
import { bookAppointment } from '../../../cases/mission/bookAppointment.ts';
import { cancelAppointment } from '../../../cases/mission/cancelAppointment.ts';
import { checkIdentity } from '../../../cases/mission/checkIdentity.ts';
import { confirmIdentity } from '../../../cases/mission/confirmIdentity.ts';
import { inviteApplicant } from '../../../cases/mission/inviteApplicant.ts';
import { openSlots } from '../../../cases/mission/openSlots.ts';
import { recordNoShow } from '../../../cases/mission/recordNoShow.ts';
import { takeInPhotograph } from '../../../cases/mission/takeInPhotograph.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import { invitedAt, officerOf, request } from '../../support/atMission.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

type Told = { kind: string; clause?: string; reason?: string; stage?: string };

const STAGES = ['virtual-fin', 'centre', 'invitation', 'identity', 'contract', 'register', 'ended'];

describe("the mission's deeds in the wrong stage", () => {
  let test: TestRecord;
  let folder: string;
  let caseNumber: string;
  let slot: string;
  let appointment: string;
  before(async () => {
    test = await openTestRecord();
    folder = await mkdtemp(join(tmpdir(), 'mohlet-wrong-stage-'));
    await test.freeze('2026-03-16T09:00:00+04:00');
    ({ caseNumber } = await invitedAt(test));
    const times = { mission: 'berlin', day: '2026-03-17', times: ['09:00', '10:00'], minutes: 30 } as const;
    const opened = await openSlots(test.record, officerOf('berlin'), times, request());
    const [first, second] = opened.kind === 'opened' ? opened.slots : [];
    const booked = await bookAppointment(test.record, caseNumber, first?.id ?? '', request());
    appointment = booked?.kind === 'booked' ? booked.appointment : '';
    slot = second?.id ?? '';
  });
  after(async () => {
    await test.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const officer = officerOf('berlin');
  const photograph = () => ({
    caseNumber,
    id: randomUUID(),
    mediaType: 'image/jpeg',
    storedSha256: 'a'.repeat(64),
    content: Buffer.from('x'),
  });
  const found = { came: 'applicant', findings: [], photograph: null, originalsReturned: true } as const;
  const deeds: [name: string, inStage: string, act: () => Promise<Told | null>][] = [
    [
      'R1598/2.11: inviting',
      'invitation',
      () => inviteApplicant(test.record, officer, { caseNumber, fromDay: null }, request()),
    ],
    ['R1598/2.12: booking', 'identity', () => bookAppointment(test.record, caseNumber, slot, request())],
    ['R1598/2.12: cancelling', 'identity', () => cancelAppointment(test.record, caseNumber, request())],
    ['R1598/2.12: a no-show', 'identity', () => recordNoShow(test.record, officer, appointment, request())],
    [
      'R1598/2.12: taking a photograph in',
      'identity',
      () => takeInPhotograph(test.record, diskStore(folder), officer, photograph(), request()),
    ],
    [
      'R1598/2.12: checking',
      'identity',
      () => checkIdentity(test.record, officer, { caseNumber, ...found }, request()),
    ],
    [
      'R1598/2.12: confirming',
      'identity',
      () => confirmIdentity(test.record, officer, { caseNumber, confirms: true }, request()),
    ],
  ];

  const state = () =>
    test.owner.one(
      `SELECT stage, outcome, waits_for, waits_since,
              (SELECT json_agg(a ORDER BY a.id)::text FROM appointment a) AS appointments,
              (SELECT count(*) FROM identity_check) AS checks, (SELECT count(*) FROM paper) AS papers,
              (SELECT count(*) FROM notice) AS notices, (SELECT count(*) FROM outbox) AS wakes,
              (SELECT count(*) FROM term_outcome) AS outcomes, (SELECT count(*) FROM invitation) AS invitations
         FROM "case" WHERE number = $1`,
      [caseNumber],
    );

  for (const [name, inStage, act] of deeds)
    it(`${name} in any other stage is refused with its clause, changes nothing, and stands in the evidence`, async () => {
      for (const stage of STAGES.filter((one) => one !== inStage)) {
        await test.owner.run(`UPDATE "case" SET stage = $2 WHERE number = $1`, [caseNumber, stage]);
        const before = await state();
        const rows = (await test.evidence(caseNumber)).length;
        const outcome = await act();
        assert.deepEqual([outcome?.kind, outcome?.stage], ['refused', stage], stage);
        assert.match(outcome?.clause ?? '', /^R1598\/2\.1[12]$/);
        assert.ok(MISSION_REASONS[outcome?.reason ?? ''], stage);
        assert.deepEqual(await state(), before);
        const evidence = await test.evidence(caseNumber);
        assert.deepEqual([evidence.length, evidence.at(-1)?.what], [rows + 1, 'deed-refused']);
      }
    });
});
