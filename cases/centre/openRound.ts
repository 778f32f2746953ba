import { createHash } from 'node:crypto';
import { centreWanted } from '../../law/signature-issuance/parties.ts';
import { canonicalText } from '../../proof/canonical.ts';
import { passBall } from '../record/ball.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { openForm } from '../signature-issuance/readRequest.ts';

/**
 * Opens a round of asking the Centre that matches the certificate (R1598/2.8-route), inside the deed that causes it: due
 * to be sent at once, the ball with the Centre from now on. Returns its evidence.
 */
export async function openRound(
  tx: Tx,
  now: string,
  record: CaseRecord,
  { number, wants }: CaseRow,
  round: number,
): Promise<Entry> {
  const centre = centreWanted(wants);
  await tx.run(
    `INSERT INTO centre_request (case_number, round, centre, message_id, opened_at, next_attempt_at)
     VALUES ($1, $2, $3, $4, $5, machine_now())`,
    [number, round, centre, await messageIdOf(tx, record, number, round), now],
  );
  await passBall(tx, now, number, `centre:${centre}`);
  return { what: 'sent-to-centre', clause: 'R1598/2.8-route', facts: { centre, round } };
}

/**
 * The message's id is made of what it says: a record restored to an earlier hour asks again under the same id, and the
 * Centre answers what it answered, instead of issuing a second certificate.
 */
async function messageIdOf(tx: Tx, record: CaseRecord, caseNumber: string, round: number): Promise<string> {
  const row = await tx.one<{ sealed_key: Buffer; sealed_form: Buffer; documents: string[] }>(
    `SELECT c.sealed_key, c.sealed_form,
            ARRAY(SELECT u.sha256 FROM upload u WHERE u.case_number = c.number AND u.replaced_at IS NULL ORDER BY u.id) AS documents
       FROM "case" c WHERE c.number = $1`,
    [caseNumber],
  );
  const { documents } = row;
  const said = canonicalText({ caseNumber, round, documents, ...openForm(record, row) });
  const digest = createHash('sha256').update(said).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5');
}
