import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { productionDatabase } from '../../support/production.ts';

/** Says by its code what PostgreSQL answers to a statement under a role; `done` when it obeys. */
async function answer(url: string, statement: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    return 'done';
  } catch (fault) {
    return (fault as { code?: string }).code ?? 'no code';
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
    await client.end();
  }
}

const FORBIDDEN = '42501';

describe('who may do what in the database', () => {
  let test: TestRecord;
  before(async () => {
    test = await openTestRecord();
    const { caseNumber } = await test.register();
    await test.deliver(caseNumber);
    await test.opine(caseNumber, 'state-security', { kind: 'negative' });
  });
  after(() => test.stop());

  it('the program itself cannot change or remove what is written once', async () => {
    for (const table of ['evidence', 'term_outcome', 'opinion', 'checkpoint', 'person', 'virtual_fin', 'outage'])
      for (const statement of [
        `UPDATE ${table} SET ${table === 'checkpoint' ? 'jws = jws' : table === 'outage' ? 'channel = channel' : table === 'evidence' ? 'body = body' : table === 'person' ? 'source = source' : table === 'virtual_fin' ? 'given_at = given_at' : 'case_number = case_number'}`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ])
        assert.equal(await answer(test.databases.appUrl, statement), FORBIDDEN, statement);
  });

  it('of what goes on it can change what comes later alone: not what a document says, how a term began, what was found', async () => {
    for (const statement of [
      `UPDATE document SET body = body`,
      `UPDATE document SET case_number = case_number`,
      `UPDATE term SET started_at = started_at`,
      `UPDATE term SET start_event = start_event`,
      `UPDATE identity_check SET verdict = verdict`,
      `UPDATE identity_check SET officer = officer`,
    ])
      assert.equal(await answer(test.databases.appUrl, statement), FORBIDDEN, statement);
    for (const statement of [`UPDATE document SET jws = jws`, `UPDATE term SET ends_at = ends_at`])
      assert.equal(await answer(test.databases.appUrl, statement), 'done', statement);
  });

  it('the program cannot change its own laws: calendar rows, parameters, services, its nature, the clock', async () => {
    for (const statement of [
      `DELETE FROM calendar_decision`,
      `UPDATE calendar_decision SET day = day`,
      `INSERT INTO parameter VALUES ('early-end', '2026-01-01', 'false', 'none')`,
      `UPDATE parameter SET value = value`,
      `INSERT INTO service VALUES ('X', 'x', 1, legal_now())`,
      `UPDATE installation SET nature = 'production'`,
      `UPDATE legal_clock SET offset_ms = 0`,
      `DROP TABLE evidence`,
      `CREATE TABLE mine (a int)`,
      `ALTER TABLE evidence DISABLE TRIGGER ALL`,
    ])
      assert.equal(await answer(test.databases.appUrl, statement), FORBIDDEN, statement);
  });

  it('the reader sees the evidence and where cases stand, and nothing that is sealed', async () => {
    for (const statement of [
      `SELECT * FROM evidence`,
      `SELECT * FROM chain_head`,
      `SELECT * FROM checkpoint`,
      `SELECT number, stage, outcome FROM "case"`,
    ])
      assert.equal(await answer(test.databases.readerUrl, statement), 'done', statement);
    for (const statement of [
      `SELECT sealed_form FROM "case"`,
      `SELECT sealed_key FROM "case"`,
      `SELECT person_index FROM "case"`,
      `SELECT * FROM upload`,
      `SELECT * FROM opinion`,
      `SELECT * FROM notice`,
      `SELECT * FROM idempotency`,
      `SELECT * FROM person`,
      `UPDATE evidence SET body = body`,
      `INSERT INTO evidence VALUES ('x', 1, legal_now(), '', '', '')`,
      `SELECT set_legal_clock(10, NULL)`,
    ])
      assert.equal(await answer(test.databases.readerUrl, statement), FORBIDDEN, statement);
  });

  it('the reader can read nothing else, whatever tables there are', async () => {
    const client = new pg.Client({ connectionString: test.databases.readerUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT DISTINCT c.table_name || CASE WHEN c.table_name = 'case' THEN '.' || c.column_name ELSE '' END AS name
         FROM information_schema.columns c WHERE c.table_schema = 'public'
          AND has_column_privilege(quote_ident(c.table_name), c.column_name, 'SELECT') ORDER BY 1`,
    );
    await client.end();
    assert.deepEqual(
      rows.map(({ name }) => name),
      [
        '_prisma_migrations',
        ...['closed_at', 'decided_at', 'number', 'outcome', 'registered_at', 'stage'].map((column) => `case.${column}`),
        ...['chain_head', 'checkpoint', 'document', 'evidence', 'installation', 'legal_clock'],
      ],
    );
  });

  it('an installation keeps the nature it was born with, even against its owner', async () => {
    for (const statement of [
      `UPDATE installation SET nature = 'production'`,
      `DELETE FROM installation`,
      `TRUNCATE installation`,
    ])
      assert.equal(await answer(test.databases.ownerUrl, statement), 'MH003', statement);
    const second = `INSERT INTO installation VALUES (gen_random_uuid(), true, 'production', legal_now())`;
    assert.equal(await answer(test.databases.ownerUrl, second), '23505');
  });

  it('the clock of a production installation is moved by nobody', async () => {
    const production = await productionDatabase();
    try {
      assert.equal(await answer(production.appUrl, `SELECT set_legal_clock(1000, NULL)`), 'MH001');
      assert.equal(await answer(production.appUrl, `SELECT set_legal_clock(0, legal_now())`), 'MH001');
      assert.equal(await answer(production.ownerUrl, `SELECT set_legal_clock(1000, NULL)`), 'MH001');
      assert.equal(await answer(production.ownerUrl, `UPDATE legal_clock SET offset_ms = 1`), 'MH001');
      assert.equal(await answer(production.ownerUrl, `UPDATE legal_clock SET frozen_at = legal_now()`), 'MH001');
      assert.equal(await answer(production.ownerUrl, `UPDATE installation SET nature = 'rehearsal'`), 'MH003');
    } finally {
      await production.drop();
    }
  });

  it('the clock of a rehearsal is not set back', async () => {
    assert.equal(
      await answer(test.databases.appUrl, `SELECT set_legal_clock(offset_ms - 1, NULL) FROM legal_clock`),
      'MH002',
    );
  });
});
