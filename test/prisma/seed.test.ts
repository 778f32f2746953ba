import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import pg from 'pg';
import { seed } from '../../prisma/seed.ts';
import { freshDatabase } from '../support/postgres.ts';
import { productionDatabase } from '../support/production.ts';

async function services(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ procedure: string }>('SELECT procedure FROM service');
    return rows.map(({ procedure }) => procedure);
  } finally {
    await client.end();
  }
}

describe('a database brought to life', () => {
  it('Q279/1: a production is born without a registered service, which its owner enters', async () => {
    const database = await productionDatabase();
    const { ownerUrl } = database;
    try {
      assert.deepEqual(await services(ownerUrl), []);
      assert.deepEqual(await seed(ownerUrl, { nature: 'production' }), { born: false });
      assert.deepEqual(await services(ownerUrl), []);
    } finally {
      await database.drop();
    }
  });

  it('a rehearsal has one, and can never become a production', async () => {
    const database = await freshDatabase();
    const { ownerUrl } = database;
    try {
      assert.deepEqual(await services(ownerUrl), ['signature-issuance']);
      await assert.rejects(seed(ownerUrl, { nature: 'production' }), /born as rehearsal and cannot become production/);
    } finally {
      await database.drop();
    }
  });
});
