import { randomBytes, randomUUID } from 'node:crypto';
import { type ItemKind, enterItem } from '../../cases/custody/enterItem.ts';
import { inTransaction } from '../../cases/record/database.ts';
import type { Actor } from '../../cases/record/record.ts';
import { beginTerm } from '../../cases/record/terms.ts';
import { issueVirtualFin } from '../../cases/signature-issuance/issueVirtualFin.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { validityEnd } from '../../law/signature-issuance/validity.ts';
import { centreWanted, type Party } from '../../law/signature-issuance/parties.ts';
import type { Hands } from './record.ts';

/** The stages of an approved case, in their order. */
export const ISSUING_STAGES = ['virtual-fin', 'centre', 'invitation', 'identity', 'contract'] as const;
export type IssuingStage = (typeof ISSUING_STAGES)[number];

/** A case brought to a stage, its mission and Centre, and what was made for it. */
export type Issuing = {
  caseNumber: string;
  mission: Party;
  centre: Party;
  serial: string;
  officer: Actor;
  centreOfficer: Actor;
};

/** An idempotent request of a test, new each time. */
export function request(): { route: string; caller: string; key: string; body: string } {
  return { route: 'test', caller: 'test', key: randomUUID(), body: '' };
}

let drawn = 0;

/** A FIN as one is drawn for a non-resident, each once in a test file: so few letters at random meet now and then. */
export function drawnFin(): { fin: string; source: 'drawn' } {
  drawn += 1;
  return { fin: `X${String(drawn).padStart(6, '0')}`, source: 'drawn' };
}

/**
 * Brings a new case (or the one given, already registered) to a stage: by the ordinary deeds up to the virtual FIN, and
 * from there as the database's owner, who writes what the Centre and the mission would have done.
 */
export async function bringTo(
  test: Hands,
  stage: IssuingStage,
  wanted: { form?: string; caseNumber?: string; fin?: Parameters<typeof issueVirtualFin>[2]; issuedAt?: string } = {},
): Promise<Issuing> {
  const caseNumber = wanted.caseNumber ?? (await test.register(wanted.form)).caseNumber;
  await test.deliver(caseNumber);
  for (const agency of AGENCIES) await test.opine(caseNumber, agency, { kind: 'nothing-against' });
  await test.close(caseNumber);
  const row = await test.owner.one<{ wants: string; mission: string }>(
    `SELECT wants, mission FROM "case" WHERE number = $1`,
    [caseNumber],
  );
  const centre: Party = `centre:${centreWanted(row.wants)}`;
  const mission: Party = `mission:${row.mission}`;
  const serial = randomBytes(8).toString('hex');
  const issuing: Issuing = {
    caseNumber,
    mission,
    centre,
    serial,
    officer: { capacity: 'mission-officer', id: 'officer-1', party: mission },
    centreOfficer: { capacity: 'centre-officer', id: 'centre-1', party: centre },
  };
  const upTo = ISSUING_STAGES.indexOf(stage);
  if (upTo >= 1) await issueVirtualFin(test.record, caseNumber, wanted.fin === undefined ? drawnFin() : wanted.fin);
  if (upTo >= 1) await askCentre(test, issuing);
  if (upTo >= 2) await decide(test, issuing, wanted.issuedAt);
  if (upTo >= 3) await invite(test, issuing);
  if (upTo >= 4) await moveAllTo(test, issuing, mission);
  await test.owner.run(`UPDATE "case" SET stage = $2 WHERE number = $1`, [caseNumber, stage]);
  return issuing;
}

async function askCentre({ owner }: Hands, { caseNumber, centre }: Issuing): Promise<void> {
  await owner.run(
    `INSERT INTO centre_request (case_number, round, centre, message_id, opened_at, attempts, next_attempt_at,
                                 acknowledged_at)
     VALUES ($1, 1, $2, $3, legal_now(), 1, machine_now(), legal_now())`,
    [caseNumber, centre.slice('centre:'.length), randomUUID()],
  );
}

async function decide(test: Hands, { caseNumber, centre, mission, serial }: Issuing, at?: string): Promise<void> {
  const name = centre.slice('centre:'.length);
  await inTransaction(test.record.database.ordinary, async (tx) => {
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    const issuedAt = at ?? now;
    await tx.run(
      `INSERT INTO certificate (centre, serial, case_number, fingerprint, issued_at, valid_until, received_at,
                                sealed_certificate)
       VALUES ($1, $2, $3, 'f', $4, $5, $6, '\\x00')`,
      [name, serial, caseNumber, issuedAt, validityEnd(issuedAt), now],
    );
    const things: [ItemKind, string, 1 | 2, Party][] =
      name === 'e-imza'
        ? [
            ['certificate', serial, 1, centre],
            ['token', `T-${serial}`, 1, centre],
          ]
        : [
            ['certificate', serial, 1, centre],
            ['sim', `S-${serial}`, 1, 'portal-operator'],
            ['sim-contract', `SC-${serial}`, 1, 'portal-operator'],
            ['sim-contract', `SC-${serial}`, 2, 'portal-operator'],
          ];
    for (const [kind, number, copy, holder] of things)
      await enterItem(tx, now, { caseNumber, kind, serial: number, copy, holder, by: 'test' });
    await beginTerm(tx, now, { caseNumber, clause: 'R1598/2.11', holder: mission, startEvent: 'decision-arrived' });
  });
}

async function invite({ owner }: Hands, { caseNumber, mission }: Issuing): Promise<void> {
  const slot = randomUUID();
  await owner.run(`UPDATE term SET closed_at = legal_now() WHERE case_number = $1 AND clause = 'R1598/2.11'`, [
    caseNumber,
  ]);
  await owner.run(
    `INSERT INTO slot (id, mission, starts_at, minutes, opened_at, opened_by)
     VALUES ($1, $2, legal_now() + interval '5 days' + random() * interval '300 days', 30, legal_now(), 'test')`,
    [slot, mission.slice('mission:'.length)],
  );
  await owner.run(
    `INSERT INTO appointment (id, case_number, slot_id, uid, sequence, booked_at)
     VALUES ($1, $2, $3, $4, 0, legal_now())`,
    [randomUUID(), caseNumber, slot, randomUUID()],
  );
}

/** Moves everything of a case from whoever holds it to a party, as one act would. */
export async function moveAllTo({ owner }: Hands, { caseNumber }: Issuing, to: Party): Promise<void> {
  await owner.run(
    `UPDATE custody_holding h SET until = legal_now() FROM custody_item i
      WHERE i.id = h.item_id AND i.case_number = $1 AND h.until IS NULL AND h.holder <> $2`,
    [caseNumber, to],
  );
  await owner.run(
    `INSERT INTO custody_holding (item_id, n, holder, since)
     SELECT i.id, max(h.n) + 1, $2, legal_now() FROM custody_item i JOIN custody_holding h ON h.item_id = i.id
      WHERE i.case_number = $1 GROUP BY i.id HAVING bool_and(h.until IS NOT NULL)`,
    [caseNumber, to],
  );
}
