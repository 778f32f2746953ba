import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import type { TestStack } from '../support/stack.ts';

/** Every history in Temporal as text: the payloads' own bytes beside their base64. */
export async function temporalHistories(test: TestStack): Promise<{ workflows: number; text: string }> {
  const connection = await Connection.connect({ address: `127.0.0.1:${test.stack.ports.temporal}` });
  try {
    const client = new Client({ connection });
    const texts: string[] = [];
    for await (const { workflowId, runId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      texts.push(
        JSON.stringify(history, (_name, value: unknown) =>
          value instanceof Uint8Array
            ? [Buffer.from(value).toString('utf8'), Buffer.from(value).toString('base64')]
            : value,
        ),
      );
    }
    return { workflows: texts.length, text: texts.join('\n') };
  } finally {
    await connection.close();
  }
}

/** Temporal's own files: whatever it kept anywhere, also what no history shows. */
export async function temporalFiles(test: TestStack): Promise<Buffer> {
  const names = (await readdir(test.home)).filter((name) => name.startsWith('temporal.db'));
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(test.home, name)))));
}

/** Every file of the document store. */
export async function storedFiles(test: TestStack): Promise<Buffer> {
  const folder = test.stack.env['MOHLET_FILES'] ?? '';
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name)))));
}

/** Every row of every table as text, by table; sealed bytes as hex. */
export async function databaseRows(test: TestStack): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: test.stack.env['MOHLET_OWNER_DATABASE_URL'] });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    const found = new Map<string, string>();
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM "${name}" t`);
      found.set(name, rows.map(({ row }) => row).join('\n'));
    }
    return found;
  } finally {
    await client.end();
  }
}
