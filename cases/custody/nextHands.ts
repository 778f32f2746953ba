import { mayHandOver } from '../../law/signature-issuance/custody.ts';
import { CENTRES, MOBILE_OPERATORS, type Party } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { asHanded, readItems } from './readItems.ts';

type Row = Pick<CaseRow, 'number' | 'procedure' | 'stage' | 'outcome' | 'mission'>;

const PARTIES: readonly Party[] = [
  'ministry:foreign-affairs',
  'ministry:communications',
  'portal-operator',
  ...CENTRES.map((centre): Party => `centre:${centre}`),
  ...MOBILE_OPERATORS.map((operator): Party => `mobile-operator:${operator}`),
];

/**
 * The parties to whom a party may offer what it holds of a case next (R1598/2.10, 2.16-2.18; ADR 21), couriers by those
 * who ever signed in; the applicant is none of them, for he takes at the contract (2.15). Empty where nothing may move.
 */
export async function nextHands(record: CaseRecord, from: Party, caseNumber: string): Promise<Party[]> {
  const tx = statements(record.database.ordinary);
  const row = await tx.maybe<Row>(`SELECT number, procedure, stage, outcome, mission FROM "case" WHERE number = $1`, [
    caseNumber,
  ]);
  if (row === null) return [];
  const items = (await readItems(tx, row)).filter(({ holder, bound }) => holder === from && !bound);
  const couriers = await tx.many<{ post: string }>(
    `SELECT DISTINCT post FROM official WHERE role = 'courier' AND suspended_at IS NULL ORDER BY post`,
  );
  const place = {
    mission: row.mission ?? '',
    endedUnissued: row.procedure === 'signature-issuance' && row.stage === 'ended' && row.outcome !== 'issued',
  };
  const known: Party[] = [
    ...PARTIES,
    ...(row.mission === null ? [] : [`mission:${row.mission}` as Party]),
    ...couriers.map(({ post }): Party => `courier:${post}`),
  ];
  return known.filter(
    (to) => to !== from && items.some((item) => mayHandOver(asHanded(item), from, to, place).kind === 'allowed'),
  );
}
