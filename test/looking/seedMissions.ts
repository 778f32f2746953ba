import { bookAppointment } from '../../cases/mission/bookAppointment.ts';
import { checkIdentity } from '../../cases/mission/checkIdentity.ts';
import { inviteApplicant } from '../../cases/mission/inviteApplicant.ts';
import { openSlots } from '../../cases/mission/openSlots.ts';
import { registerSignature } from '../../cases/contract/registerSignature.ts';
import { inTransaction } from '../../cases/record/database.ts';
import { passBall } from '../../cases/record/ball.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import type { Party } from '../../law/signature-issuance/parties.ts';
import { applyOverApi } from '../pages/applying.ts';
import type { TestPages } from '../pages/openPages.ts';
import { officerOf } from '../support/atMission.ts';
import { bringTo, type Issuing, type IssuingStage, request } from '../support/issuing.ts';
import { form } from '../support/record.ts';
import { issue, must } from './seedPast.ts';
import { TIMES } from './times.ts';

type Applied = { caseNumber: string; trackingCode: string };
export type Carried = Applied & Issuing;

/** The case waits for a party from now on, as the procedure would have written it. */
export async function passBallTo(pages: TestPages, caseNumber: string, party: Party): Promise<void> {
  await inTransaction(pages.record.database.ordinary, async (tx) => {
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    await passBall(tx, now, caseNumber, party);
  });
}

/** An application with real files, brought to a stage; whose turn it is stands on the record. */
export async function bring(
  pages: TestPages,
  stage: IssuingStage,
  { name, person, mission }: { name: string; person: string; mission: MissionId },
): Promise<Carried> {
  const applied = await applyOverApi(pages, { ...form(name, person), mission });
  const carried = await bringTo(pages, stage, { caseNumber: applied.caseNumber });
  const { caseNumber, centre } = carried;
  await passBallTo(pages, caseNumber, stage === 'centre' ? centre : `mission:${mission}`);
  return { ...applied, ...carried };
}

/** Cases at the Centre, at their missions and after, each at another step (R1598/2.9-2.18). */
export async function seedMissions(pages: TestPages) {
  const german = (person: string, stage: IssuingStage, mission: MissionId = 'berlin') =>
    bring(pages, stage, { name: 'foreigner-germany', person, mission });
  await pages.owner.run(
    `INSERT INTO parameter (name, in_force_from, value, ground) VALUES ('second-officer', '2026-01-01', $1, 'ADR 24')`,
    ['["ankara"]'],
  );
  await pages.freeze(TIMES.atMissions);
  const atCentre = await german('C01LOOK10', 'centre');
  const mending = await german('C01LOOK11', 'centre');
  const inviting = await german('C01LOOK12', 'invitation');
  const booked = await german('C01LOOK13', 'invitation');
  const second = await bring(pages, 'invitation', { name: 'foreigner-turkey', person: 'U01LOOK14', mission: 'ankara' });
  const signing = await german('C01LOOK15', 'contract');
  const signed = await german('C01LOOK16', 'contract');
  const copies = await german('C01LOOK17', 'contract');
  const way = await german('C01LOOK18', 'invitation', 'london');
  await findDeficient(pages, mending.caseNumber);

  await pages.freeze(TIMES.invited);
  const slots = await openTimes(pages, 'berlin', ['10:00', '10:30', '11:00', '11:30']);
  await openTimes(pages, 'berlin', ['09:00', '09:30', '14:00'], '2026-04-21');
  const ankara = await openTimes(pages, 'ankara', ['11:00', '11:30']);
  await inviteAndBook(pages, booked, slots[0] ?? '');
  await inviteAndBook(pages, second, ankara[0] ?? '');
  must(
    await registerSignature(
      pages.record,
      signed.officer,
      { caseNumber: signed.caseNumber, certificateContract: 'M-16/2026' },
      request(),
    ),
    'signed',
  );

  await pages.freeze(TIMES.newest);
  await issue(pages, copies, false);
  await passBallTo(pages, copies.caseNumber, copies.centre);
  return { atCentre, mending, inviting, booked, second, signing, signed, copies, way };
}

/** The first officer at a post that has a second one found another document (R1598/2.12, ADR 24). */
export async function checkFirst(pages: TestPages, caseNumber: string): Promise<void> {
  const check = {
    caseNumber,
    came: 'applicant',
    findings: [
      { item: 'identity-document', originalSeen: true, equal: false, reason: 'another-document' },
      { item: 'photograph', originalSeen: true, equal: true, reason: undefined },
    ],
    photograph: null,
    originalsReturned: true,
  } as const;
  must(await checkIdentity(pages.record, officerOf('ankara', 'ankara-officer-1'), check, request()), 'awaits-second');
}

async function openTimes(pages: TestPages, mission: MissionId, times: string[], day = '2026-04-16'): Promise<string[]> {
  const opened = await openSlots(pages.record, officerOf(mission), { mission, day, times, minutes: 30 }, request());
  if (opened.kind !== 'opened') throw new Error(`no times: ${JSON.stringify(opened)}`);
  return opened.slots.map(({ id }) => id);
}

async function inviteAndBook(pages: TestPages, { caseNumber, officer }: Carried, slot: string): Promise<void> {
  must(await inviteApplicant(pages.record, officer, { caseNumber, fromDay: null }, request()), 'invited');
  must(await bookAppointment(pages.record, caseNumber, slot, request()), 'booked');
}

/** What a Centre's system would have found, as the database's owner (the Centre's own messages are tested elsewhere). */
export async function findDeficient(pages: TestPages, caseNumber: string): Promise<void> {
  await pages.owner.run(
    `INSERT INTO deficiency (case_number, round, n, item, reason) VALUES
       ($1, 1, 1, 'photograph', 'unreadable'), ($1, 1, 2, '/applicant/birthPlace', 'contradicts-document')`,
    [caseNumber],
  );
  await pages.owner.run(
    `UPDATE centre_request SET answered_at = legal_now(), answer = 'deficiency' WHERE case_number = $1 AND round = 1`,
    [caseNumber],
  );
  await passBallTo(pages, caseNumber, 'applicant');
}
