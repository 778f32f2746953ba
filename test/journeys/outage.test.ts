import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import type { CaseView } from '../../cases/findCases.ts';
import type { Registered } from '../../demo/portal.ts';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { control } from './control.ts';

const FORM = join(import.meta.dirname, '..', '..', 'demo', 'forms', 'foreigner-personal-token.json');
const HOURS = 6;
const MINUTE = 60_000;

describe('everything killed from an hour before the end until five hours after it', () => {
  let test: TestStack;
  before(async () => {
    test = await startTestStack();
  });
  after(() => test.stop());

  const asOwner = async (statement: string, values: unknown[] = []): Promise<object[]> => {
    const client = new pg.Client({ connectionString: test.stack.env['MOHLET_OWNER_DATABASE_URL'] });
    await client.connect();
    try {
      return (await client.query<object>(statement, values)).rows;
    } finally {
      await client.end();
    }
  };

  const view = async ({ access }: Registered) => (await test.portal.status<CaseView>(access.token)).body;

  async function running(): Promise<Registered> {
    const form = JSON.parse(await readFile(FORM, 'utf8')) as {
      applicant: { identityDocument: Record<string, unknown> };
    };
    form.applicant.identityDocument['number'] = randomBytes(4).toString('hex').toUpperCase();
    delete form.applicant.identityDocument['machineReadableZone'];
    const { status, body } = await test.portal.apply(form, test.files);
    assert.equal(status, 201);
    await until('four terms', async () => (await view(body)).terms.length === 4);
    return body;
  }

  /**
   * Kills API, worker, Temporal and PostgreSQL at this legal instant and starts them again as six hours of machine time
   * would have left them: those cannot be waited for, so the last heartbeats go back by six hours and the offset of the
   * legal clock forward by as many, as the database's owner and before anything else runs.
   */
  async function deadForSixHours(): Promise<void> {
    const { stack } = test;
    await until('a heartbeat under the moved clock', async () => {
      const moved = `SELECT 1 FROM channel, legal_clock WHERE name = 'agency-endpoint' AND beat_offset_ms = offset_ms`;
      return (await asOwner(moved)).length === 1;
    });
    for (const [name, part] of stack.parts)
      if (!name.startsWith('simulators')) {
        process.kill(part.pid, 'SIGKILL');
        stack.parts.delete(name);
      }
    process.kill(stack.pids.temporal, 'SIGKILL');
    process.kill(stack.pids.postgres, 'SIGKILL');
    await stack.restartPostgres();
    await asOwner(
      `UPDATE channel SET last_beat = last_beat - $1 * interval '1 hour', beat_offset_ms = beat_offset_ms + $1 * 3600000`,
      [HOURS],
    );
    await asOwner(`UPDATE legal_clock SET offset_ms = offset_ms + $1 * 3600000`, [HOURS]);
    await stack.restartTemporal();
    await stack.startPart('api');
    await stack.startPart('worker');
  }

  const near = (instant: string, expected: string) =>
    assert.ok(Math.abs(Date.parse(instant) - Date.parse(expected)) < 5 * MINUTE, `${instant} is not near ${expected}`);

  it('R1598/2.8: by default the term ends when it ends; the outage stands in the signed record of silence', async () => {
    const registered = await running();
    await test.forward('2026-03-19T23:00:00+04:00');
    await deadForSixHours();
    const decided = await until('the decision', async () => {
      const found = await view(registered);
      return found.outcome === 'approved' && found;
    });
    for (const { endsAt } of decided.terms) assert.equal(endsAt, '2026-03-19T20:00:00.000Z');
    near(decided.decidedAt ?? '', '2026-03-20T05:00:00+04:00');

    const jws = await until('the signed record of silence', async () => {
      const path = `/api/v1/cases/${registered.caseNumber}/documents/record-of-silence`;
      const { status, body } = await test.portal.asOfficial<{ text: string }>(test.auditor, 'GET', path);
      return status === 200 && body.text;
    });
    const { agencies } = JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString()) as {
      agencies: { outages: { channel: string; from: string; to: string | null }[] }[];
    };
    for (const { outages } of agencies) {
      const outage = outages.find(({ channel }) => channel === 'agency-endpoint');
      near(outage?.from ?? '', '2026-03-19T23:00:00+04:00');
      near(outage?.to ?? '', '2026-03-20T05:00:00+04:00');
    }
  });

  it('ADR 3, switched on: the outage moves the end by as long, and an objection after it is in time', async () => {
    await asOwner(
      `INSERT INTO parameter VALUES ('outage-extends-term', '2026-03-20', '{"totalOutageMinutes":1440}', 'test')`,
    );
    const registered = await running();
    await test.forward('2026-04-02T23:00:00+04:00');
    await deadForSixHours();
    const { answer } = await control(test).say('state-security', registered.caseNumber, { kind: 'negative' });
    assert.equal(answer?.kind, 'ended-the-case');
    const path = `/api/v1/cases/${registered.caseNumber}`;
    const { outcome, terms } = (await test.portal.asOfficial<CaseView>(test.auditor, 'GET', path)).body;
    assert.equal(terms.length, 4);
    assert.equal(outcome, 'negative-opinion');
    for (const { endsAt, extensions } of terms) {
      near(endsAt, '2026-04-03T06:00:00+04:00');
      assert.deepEqual(
        extensions.map(({ rule }) => rule),
        ['last-hour'],
      );
    }
  });
});
