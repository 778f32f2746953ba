import { randomUUID } from 'node:crypto';
import { inviteApplicant } from '../../cases/mission/inviteApplicant.ts';
import { passBall } from '../../cases/record/ball.ts';
import { inTransaction } from '../../cases/record/database.ts';
import type { Repeatable } from '../../cases/record/idempotency.ts';
import type { Actor } from '../../cases/record/record.ts';
import { beginTerm } from '../../cases/record/terms.ts';
import { issueVirtualFin } from '../../cases/signature-issuance/issueVirtualFin.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import { drawnFin } from './issuing.ts';
import { form, type TestRecord } from './record.ts';

/** An officer of a mission, as the token would name him. */
export function officerOf(mission: string, id = 'officer-1'): Actor {
  return { capacity: 'mission-officer', id, body: 'foreign-affairs', post: mission, party: `mission:${mission}` };
}

/** A request of its own, never made before. */
export function request(): Repeatable {
  return { route: 'test', caller: 'test', key: randomUUID(), body: '' };
}

type Registered = Awaited<ReturnType<TestRecord['register']>>;
type Hands = Pick<TestRecord, 'record' | 'submit' | 'deliver' | 'opine' | 'close'>;

/**
 * A case whose decision has just reached its mission (stage `invitation`), by the ordinary deeds up to the virtual FIN;
 * the Centre's own part is written by hand.
 */
export async function atMission(
  hands: Hands,
  { name = 'foreigner-personal-token', mission = 'berlin' }: { name?: string; mission?: MissionId } = {},
): Promise<Registered> {
  const submitted = await hands.submit({ ...form(name), mission });
  if (submitted.kind !== 'registered') throw new Error(`not registered: ${JSON.stringify(submitted)}`);
  const { caseNumber } = submitted;
  await hands.deliver(caseNumber);
  for (const agency of AGENCIES) await hands.opine(caseNumber, agency, { kind: 'nothing-against' });
  await hands.close(caseNumber);
  const given = await issueVirtualFin(hands.record, caseNumber, drawnFin());
  if (given?.kind !== 'given') throw new Error(`no FIN: ${JSON.stringify(given)}`);
  const holder = `mission:${mission}` as const;
  await inTransaction(hands.record.database.ordinary, async (tx) => {
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    await tx.run(`UPDATE "case" SET stage = 'invitation' WHERE number = $1`, [caseNumber]);
    await beginTerm(tx, now, { caseNumber, clause: 'R1598/2.11', holder, startEvent: 'decision-arrived' });
    await passBall(tx, now, caseNumber, holder);
  });
  return submitted;
}

/** The same, invited: stage `identity`. */
export async function invitedAt(hands: Hands, of: { name?: string; mission?: MissionId } = {}): Promise<Registered> {
  const made = await atMission(hands, of);
  const officer = officerOf(of.mission ?? 'berlin');
  const outcome = await inviteApplicant(
    hands.record,
    officer,
    { caseNumber: made.caseNumber, fromDay: null },
    request(),
  );
  if (outcome?.kind !== 'invited') throw new Error(`not invited: ${JSON.stringify(outcome)}`);
  return made;
}
