import { randomUUID } from 'node:crypto';
import { centreWanted } from '../../law/signature-issuance/parties.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';

/**
 * Opens a round of asking the Centre that matches the certificate (R1598/2.8-route), inside the deed that causes it: due
 * to be sent at once, the ball with the Centre from now on. Returns its evidence.
 */
export async function openRound(tx: Tx, now: string, { number, wants }: CaseRow, round: number): Promise<Entry> {
  const centre = centreWanted(wants);
  await tx.run(
    `INSERT INTO centre_request (case_number, round, centre, message_id, opened_at, next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, machine_now())`,
    [number, round, centre, randomUUID(), now],
  );
  await passBall(tx, now, number, `centre:${centre}`);
  return { what: 'sent-to-centre', clause: 'R1598/2.8-route', facts: { centre, round } };
}
