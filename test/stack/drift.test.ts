import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findDrift } from '../../stack/drift.ts';
import { ownFolder } from './folders.ts';

const folder = await ownFolder();
const HEAD = `generator client {
  provider = "prisma-client"
  output   = "../client"
}
datasource db {
  provider = "postgresql"
}
`;
const AGREES = `${HEAD}model person {
  fin  String   @id
  born DateTime @db.Timestamptz(3)
}
`;

test('a schema that agrees with the migrations has no drift; one column more is named', async () => {
  const step = join(folder, 'migrations', '20261122000000_step');
  await mkdir(step, { recursive: true });
  await writeFile(
    join(step, 'migration.sql'),
    'CREATE TABLE person (fin text PRIMARY KEY, born timestamptz(3) NOT NULL);',
  );
  const schema = join(folder, 'schema.prisma');
  await writeFile(schema, AGREES);
  assert.equal(await findDrift(schema, join(folder, 'migrations')), undefined);
  await writeFile(schema, AGREES.replace('  born', '  died DateTime? @db.Timestamptz(3)\n  born'));
  assert.match((await findDrift(schema, join(folder, 'migrations'))) ?? '', /ADD COLUMN\s+"died" TIMESTAMPTZ\(3\)/);
});
