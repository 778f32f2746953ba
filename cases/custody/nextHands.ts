import { mayHandOver } from '../../law/signature-issuance/custody.ts';
import { CENTRES, MOBILE_OPERATORS, type Party } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRow } from '../record/inCase.ts';
import type { CaseRecord } from '../record/record.ts';
import { asHanded, type CustodyItem, readItemsOf } from './readItems.ts';

type Row = Pick<CaseRow, 'number' | 'procedure' | 'stage' | 'outcome' | 'mission'>;

const PARTIES: readonly Party[] = [
  'ministry:foreign-affairs',
  'ministry:communications',
  'portal-operator',
  ...CENTRES.map((centre): Party => `centre:${centre}`),
  ...MOBILE_OPERATORS.map((operator): Party => `mobile-operator:${operator}`),
];

/**
 * The parties to whom a party may offer what it holds of each case next (R1598/2.10, 2.16-2.18; ADR 21), couriers by
 * those who ever signed in; the applicant is none of them, for he takes at the contract (2.15). Empty where nothing may move.
 */
export async function nextHands(
  record: CaseRecord,
  from: Party,
  caseNumbers: readonly string[],
): Promise<Map<string, Party[]>> {
  const tx = statements(record.database.ordinary);
  const [rows, couriers] = await Promise.all([
    tx.many<Row>(`SELECT number, procedure, stage, outcome, mission FROM "case" WHERE number = ANY ($1)`, [
      caseNumbers,
    ]),
    tx.many<{ post: string }>(
      `SELECT DISTINCT post FROM official WHERE role = 'courier' AND suspended_at IS NULL ORDER BY post`,
    ),
  ]);
  const known = [...PARTIES, ...couriers.map(({ post }): Party => `courier:${post}`)];
  const items = await readItemsOf(tx, rows);
  return new Map(rows.map((row) => [row.number, takers(items.get(row.number) ?? [], from, row, known)]));
}

function takers(all: readonly CustodyItem[], from: Party, row: Row, known: readonly Party[]): Party[] {
  const items = all.filter(({ holder, bound }) => holder === from && !bound);
  const place = {
    mission: row.mission ?? '',
    endedUnissued: row.procedure === 'signature-issuance' && row.stage === 'ended' && row.outcome !== 'issued',
  };
  const its: Party[] = row.mission === null ? [] : [`mission:${row.mission}`];
  return [...known, ...its].filter(
    (to) => to !== from && items.some((item) => mayHandOver(asHanded(item), from, to, place).kind === 'allowed'),
  );
}
