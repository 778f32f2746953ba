import type { Tx } from '../../cases/record/database.ts';

/** What differs in each copy, as SQL over the row `s` and the copy's number `nth`; the other columns are copied. */
type Changes = Readonly<Record<string, string>>;

const NUMBER = `'QR-2026-' || lpad((nth + s_base)::text, 8, '0')`;
const uuidOf = (column: string) => `md5(s.${column}::text || (nth + s_base))::uuid`;

const ROWS: readonly { table: string; of: string; changes: Changes }[] = [
  {
    table: '"case"',
    of: 's.number = $1',
    changes: {
      number: NUMBER,
      person_index: `md5('p' || (nth + s_base))`,
      document_index: `md5('d' || (nth + s_base))`,
      tracking_index: `md5('t' || (nth + s_base))`,
      registered_at: `s.registered_at - nth * interval '1 second'`,
    },
  },
  { table: 'term', of: 's.case_number = $1', changes: { ends_at: `s.ends_at + (nth % 3) * interval '1 day'` } },
  { table: 'term_outcome', of: 's.case_number = $1', changes: {} },
  { table: 'opinion_request', of: 's.case_number = $1', changes: { message_id: uuidOf('message_id') } },
  { table: 'opinion', of: 's.case_number = $1', changes: { message_id: `${uuidOf('message_id')}::text` } },
  { table: 'centre_request', of: 's.case_number = $1', changes: { message_id: uuidOf('message_id') } },
  { table: 'upload', of: 's.case_number = $1', changes: { id: uuidOf('id') } },
  { table: 'custody_item', of: 's.case_number = $1', changes: { id: uuidOf('id'), serial: `s.serial || '-' || nth` } },
  {
    table: 'custody_holding',
    of: 's.item_id IN (SELECT id FROM custody_item WHERE case_number = $1)',
    changes: { item_id: uuidOf('item_id') },
  },
];

/**
 * Copies a case with what hangs on it so many times, as the database's owner: each copy has a number, a person with
 * his document, and things of its own. Its documents lie in no store, and its chain, copied with it, proves nothing. Returns the numbers.
 */
export async function copyCase(owner: Tx, caseNumber: string, count: number, base: number): Promise<string[]> {
  for (const { table, of, changes } of ROWS) {
    const columns = await owner.many<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attnum > 0
          AND NOT attisdropped AND attidentity = '' AND attgenerated = ''`,
    );
    const value = (name: string) => changes[name] ?? (name === 'case_number' ? NUMBER : `s.${name}`);
    await owner.run(
      `INSERT INTO ${table} (${columns.map(({ name }) => name).join(', ')})
       SELECT ${columns.map(({ name }) => value(name).replaceAll('s_base', String(base))).join(', ')}
         FROM ${table} s, generate_series(1, ${count}) AS nth WHERE ${of}`,
      [caseNumber],
    );
  }
  await owner.run(
    `INSERT INTO evidence (chain, seq, at, body, previous, hash)
     SELECT 'case:' || c.number, s.seq, s.at - nth * interval '1 second', replace(s.body, $1, c.number), s.previous, s.hash
       FROM evidence s, generate_series(1, ${count}) AS nth,
            LATERAL (SELECT ${NUMBER.replaceAll('s_base', String(base))} AS number) c
      WHERE s.chain = 'case:' || $1`,
    [caseNumber],
  );
  return Array.from({ length: count }, (_, at) => `QR-2026-${String(base + at + 1).padStart(8, '0')}`);
}
