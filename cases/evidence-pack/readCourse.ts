import type { Tx } from '../record/database.ts';

/** The course of a case after the opinions: each list is of rows with ISO instants, codes and ids, never a name. */
const LISTS = {
  centre: `SELECT round, centre, opened_at AS "openedAt", acknowledged_at AS "acknowledgedAt", answer,
                  answered_at AS "answeredAt", contract_sha256 AS "contractSha256",
                  coalesce((SELECT json_agg(json_build_object('item', d.item, 'reason', d.reason) ORDER BY d.n)
                              FROM deficiency d WHERE d.case_number = r.case_number AND d.round = r.round), '[]')
                    AS deficiencies
             FROM centre_request r WHERE case_number = $1 ORDER BY round`,
  invitations: `SELECT invited_at AS "invitedAt", from_day AS "fromDay" FROM invitation WHERE case_number = $1`,
  appointments: `SELECT s.mission, s.starts_at AS "startsAt", s.minutes, a.state, a.booked_at AS "bookedAt",
                        a.ended_at AS "endedAt"
                   FROM appointment a JOIN slot s ON s.id = a.slot_id WHERE a.case_number = $1
                  ORDER BY a.booked_at, a.id`,
  identityChecks: `SELECT n, checked_at AS "checkedAt", verdict, items, originals_returned AS "originalsReturned",
                          second_at AS "secondAt", state
                     FROM identity_check WHERE case_number = $1 ORDER BY n`,
  contracts: `SELECT kind, serial, signed_at AS "signedAt" FROM contract WHERE case_number = $1 ORDER BY kind`,
  register: `SELECT centre, serial, valid_from AS "validFrom", valid_until AS "validUntil", entered_at AS "enteredAt"
               FROM certificate_register WHERE case_number = $1`,
  virtualFin: `SELECT given_at AS "givenAt" FROM virtual_fin WHERE case_number = $1`,
  virtualFinCancelled: `SELECT clause, at FROM fin_cancellation WHERE case_number = $1`,
  unwinding: `SELECT n, what, clause, about, holder, opened_at AS "openedAt", done_at AS "doneAt"
                FROM unwinding WHERE case_number = $1 ORDER BY n`,
} as const;

/** Reads what was done in a case from the Centre (R1598/2.8-route) to the register (5.4) and its unwinding, by list. */
export async function readCourse(tx: Tx, caseNumber: string): Promise<Record<keyof typeof LISTS, unknown[]>> {
  const read: [string, unknown[]][] = [];
  for (const [name, statement] of Object.entries(LISTS)) read.push([name, await tx.many(statement, [caseNumber])]);
  return Object.fromEntries(read) as Record<keyof typeof LISTS, unknown[]>;
}
