import type { Tx } from '../../cases/record/database.ts';
import type { CaseRecord } from '../../cases/record/record.ts';
import { bringTo } from '../../test/support/issuing.ts';
import { handsOn } from '../../test/support/record.ts';
import { copyCase } from './copyCase.ts';

/** The cases that pages are asked for by number. */
export type Filled = { open: { caseNumber: string; trackingCode: string }; atMission: string };

/** What lies on the desks besides the queue: enough that every list is longer than one page of it. */
const ON_A_DESK = 600;
const ENDED = 5_000;

/**
 * Fills an installation: so many open files in every agency's queue, 600 cases at a Centre, 600 at a mission with their
 * things, 600 incidents, 5,000 ended cases. One of each is made by deeds, the others are its copies.
 */
export async function fillInstallation(record: CaseRecord, owner: Tx, files: number): Promise<Filled> {
  const hands = handsOn(record, owner);
  const open = await hands.register();
  await hands.deliver(open.caseNumber);
  await copyCase(owner, open.caseNumber, files - 1, 1_000_000);

  const centre = await bringTo(hands, 'centre');
  await owner.run(`UPDATE "case" SET waits_for = $2, waits_since = legal_now() WHERE number = $1`, [
    centre.caseNumber,
    centre.centre,
  ]);
  await copyCase(owner, centre.caseNumber, ON_A_DESK - 1, 2_000_000);

  const mission = await bringTo(hands, 'invitation');
  const waiting = await copyCase(owner, mission.caseNumber, ON_A_DESK - 1, 3_000_000);
  await owner.run(
    `INSERT INTO incident (id, case_number, kind, holder, opened_at)
     SELECT gen_random_uuid(), number, 'notice-undelivered', gen_random_uuid()::text, legal_now() - interval '1 hour'
       FROM unnest($1::text[]) AS number`,
    [waiting],
  );

  const ended = await bringTo(hands, 'virtual-fin');
  await owner.run(
    `UPDATE "case" SET stage = 'ended', outcome = 'issued', registered_at = '2026-01-12T09:00:00+04:00',
                       decided_at = '2026-01-15T09:00:00+04:00', closed_at = '2026-02-02T09:00:00+04:00' WHERE number = $1`,
    [ended.caseNumber],
  );
  await owner.run(
    `UPDATE term SET started_at = '2026-01-12T09:00:00+04:00', closed_at = '2026-01-15T09:00:00+04:00' WHERE case_number = $1`,
    [ended.caseNumber],
  );
  await copyCase(owner, ended.caseNumber, ENDED - 1, 4_000_000);
  await owner.run(`ANALYZE`);
  return { open, atMission: mission.caseNumber };
}
