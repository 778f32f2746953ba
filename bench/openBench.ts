import { randomUUID } from 'node:crypto';
import { Client } from '@temporalio/client';
import pg from 'pg';
import { connectLazily, readTemporalConfig } from '../temporal.config.ts';
import { startTestStack, type TestStack } from '../test/support/stack.ts';
import type { Registered } from '../demo/portal.ts';
import { control } from '../test/journeys/control.ts';
import { form } from '../test/support/record.ts';
import { CENTRES } from '../law/signature-issuance/parties.ts';
import { lanes } from './lanes.ts';
import { waitUntil } from './waitUntil.ts';

const UPLOAD_LANES = 4;

/** A registered case as its applicant holds it. */
export type Opened = Registered;

/** A whole installation of its own to measure on, with a look into its database and its Temporal from outside. */
export type Bench = Awaited<ReturnType<typeof openBench>>;

/**
 * Brings up a whole rehearsal installation in a temporary folder: the same parts as `npm start`. With `profile` every
 * part of ours leaves a processor profile in that folder when it ends.
 */
export async function openBench(say: (line: string) => void, profile: string | null) {
  const test: TestStack = await startTestStack({
    say,
    // What goes wrong in a part is said; all else it writes is not.
    log: (line) => {
      if (line.includes('"level":50')) say(line);
    },
    ...(profile !== null && { extraEnv: { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${profile}` } }),
  });
  const url = new URL(test.stack.adminUrl);
  url.pathname = '/mohlet';
  const database = new pg.Pool({ connectionString: url.href, max: 4 });
  database.on('error', () => undefined);
  const config = readTemporalConfig(test.stack.env);
  const connection = connectLazily(config);

  const count = async (sql: string): Promise<number> => {
    const { rows } = await database.query<{ n: string }>(`SELECT (${sql}) AS n`);
    return Number(rows[0]?.n);
  };

  return {
    test,
    say,
    database,
    count,
    temporal: new Client({ connection, namespace: config.namespace }),
    taskQueue: config.taskQueue,

    /** Tells all four agencies' simulators how to treat requests from now on. */
    async agenciesWill(kind: 'nothing-against' | 'silent'): Promise<void> {
      for (const at of [0, 1, 2, 3]) await test.agency(at, { default: { kind } });
    },

    /** Uploads the files of so many applications; the ids by which an application names them. */
    async upload(applications: number): Promise<string[][]> {
      return lanes(UPLOAD_LANES, Array.from({ length: applications }), async () => {
        const ids: string[] = [];
        for (const [kind, path] of Object.entries(test.files)) {
          const { status, body } = await test.portal.upload(kind, path);
          if (status !== 201) throw new Error(`an upload was answered ${status}`);
          ids.push(body.id);
        }
        return ids;
      });
    },

    /** Tells both Centres' simulators the same; a silent one takes an application and answers nothing. */
    async centresWill(kind: 'issue' | 'silent'): Promise<void> {
      for (const centre of CENTRES) await control(test).centre(centre, { kind });
    },

    /** Submits an application (a foreigner's for a token, where none is given) with files uploaded before. */
    async apply(uploads: readonly string[], application = form('foreigner-personal-token')): Promise<Opened> {
      const json = { application, uploads };
      const { status, body } = await test.portal.call<Opened>('POST', '/api/v1/applications', {
        json,
        key: randomUUID(),
      });
      if (status !== 201) throw new Error(`an application was answered ${status}`);
      return body;
    },

    /** Waits until nothing is left to do: no wake unsent, no notice due, no request undelivered, no approved case without its FIN or not yet with its Centre. */
    async settle(): Promise<void> {
      await waitUntil('an installation at rest', async () => {
        const left = await count(
          `SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM notice WHERE state = 'due')
                + (SELECT count(*) FROM "case" WHERE stage = 'virtual-fin')
                + (SELECT count(*) FROM "case" c WHERE c.stage = 'centre' AND NOT EXISTS (
                     SELECT 1 FROM centre_request q WHERE q.case_number = c.number AND q.acknowledged_at IS NOT NULL))
                + (SELECT count(*) FROM opinion_request r JOIN "case" c ON c.number = r.case_number
                    WHERE c.stage = 'opinions' AND r.delivered_at IS NULL)`,
        );
        return left === 0;
      });
    },

    async close(): Promise<void> {
      await database.end();
      await connection.close();
      await test.stop();
    },
  };
}
