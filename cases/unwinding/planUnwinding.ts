import { randomUUID } from 'node:crypto';
import type { ClauseId } from '../../law/clauses.ts';
import type { Tx } from '../record/database.ts';
import type { Entry } from '../record/evidence.ts';

/** What is left to be undone of an ended case: by people (things go back), or by a call to another system. */
export type Step = 'return-item' | 'tell-centre' | 'cancel-fin';

type Planned = { what: Step; clause: ClauseId; about: string; holder: string };

/**
 * Plans what an ended case still has to be undone, the latest first (ADR 26): things go back to whoever made them, the
 * Centre is told that no certificate of the case may be in force, and after a mismatch the virtual FIN's entry is
 * cancelled (R1598/2.13). Returns the evidence of the plan.
 */
export async function planUnwinding(
  tx: Tx,
  now: string,
  caseNumber: string,
  { outcome, clause }: { outcome: string; clause: ClauseId },
): Promise<Entry[]> {
  const steps = [
    ...(await thingsToReturn(tx, caseNumber, clause)),
    ...(outcome === 'centre-refusal' ? [] : await centreToTell(tx, caseNumber, outcome, clause)),
    ...(outcome === 'mismatch' ? await finToCancel(tx, caseNumber, clause) : []),
  ];
  for (const [at, { what, clause: under, about, holder }] of steps.entries())
    await tx.run(
      `INSERT INTO unwinding (case_number, n, what, clause, about, holder, opened_at, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, machine_now())`,
      [caseNumber, at + 1, what, under, about, holder, now],
    );
  return steps.map(({ what, clause: under, about, holder }) => ({
    what: what === 'cancel-fin' ? 'fin-marked-for-cancellation' : 'unwinding-planned',
    clause: under,
    facts: { step: what, about, holder },
  }));
}

/**
 * A copy in a bundle goes on with it (R1598/2.16); what is still with its maker needs no way back, and what was lost or
 * replaced has none, unless that is still to be settled.
 */
async function thingsToReturn(tx: Tx, caseNumber: string, clause: ClauseId): Promise<Planned[]> {
  const things = await tx.many<{ id: string; holder: string }>(
    `SELECT i.id, h.holder FROM custody_item i
       JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
       JOIN custody_holding maker ON maker.item_id = i.id AND maker.n = 1
      WHERE i.case_number = $1 AND h.holder <> maker.holder
        AND (i.state IN ('sound', 'damaged') OR EXISTS (SELECT 1 FROM handover_item o WHERE o.item_id = i.id AND o.open))
        AND NOT EXISTS (SELECT 1 FROM bundle_item b WHERE b.item_id = i.id)
      ORDER BY i.entered_at DESC, i.kind, i.copy`,
    [caseNumber],
  );
  return things.map(({ id, holder }) => ({ what: 'return-item', clause, about: id, holder }));
}

/**
 * Told is a Centre that the application may have reached, whether or not it said so. Every round is stopped, so that one
 * whose contract is just being drawn is not sent any more.
 */
async function centreToTell(tx: Tx, caseNumber: string, why: string, clause: ClauseId): Promise<Planned[]> {
  await tx.run(`UPDATE centre_request SET stop_why = $2 WHERE case_number = $1`, [caseNumber, why]);
  const asked = await tx.maybe<{ centre: string; message_id: string }>(
    `SELECT centre, message_id FROM centre_request
      WHERE case_number = $1 AND (attempts > 0 OR acknowledged_at IS NOT NULL OR contract_sha256 IS NOT NULL)
      ORDER BY round DESC LIMIT 1`,
    [caseNumber],
  );
  if (asked === null) return [];
  return [{ what: 'tell-centre', clause, about: asked.message_id, holder: `centre:${asked.centre}` }];
}

/** The FIN of an identity card is not ours to cancel (R1598/2.8-citizen): of it only the entry in the subsystem goes. */
async function finToCancel(tx: Tx, caseNumber: string, clause: ClauseId): Promise<Planned[]> {
  const given = await tx.maybe<{ source: 'identity-card' | 'drawn' }>(
    `SELECT p.source FROM virtual_fin v JOIN person p ON p.id = v.person_id WHERE v.case_number = $1`,
    [caseNumber],
  );
  if (given === null) return [];
  if (given.source === 'identity-card')
    return [{ what: 'cancel-fin', clause: 'R1598/2.8-citizen', about: '', holder: 'e-non-resident' }];
  return [{ what: 'cancel-fin', clause, about: randomUUID(), holder: 'entry-exit-register' }];
}
