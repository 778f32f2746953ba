import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { startTestStack, type TestStack, until } from '../support/stack.ts';
import { control } from './control.ts';

const FORM = join(import.meta.dirname, '..', '..', 'demo', 'forms', 'foreigner-personal-token.json');
const NOTHING = { default: { kind: 'nothing-against' } };

describe('from the virtual FIN to the decision of the Centre', () => {
  let test: TestStack;
  let database: pg.Client;
  before(async () => {
    test = await startTestStack();
    database = new pg.Client({ connectionString: test.stack.env['MOHLET_OWNER_DATABASE_URL'] });
    await database.connect();
    for (const at of [0, 1, 2, 3]) await test.agency(at, NOTHING);
  });
  after(async () => {
    await database.end();
    await test.stop();
  });

  const centre = (how: object) => control(test).centre('e-imza', how);
  const apply = async (passport: string) => {
    const form = JSON.parse(await readFile(FORM, 'utf8')) as {
      applicant: { identityDocument: { number: string; machineReadableZone?: string[] } };
    };
    form.applicant.identityDocument.number = passport;
    delete form.applicant.identityDocument.machineReadableZone;
    const { status, body } = await test.portal.apply(form, test.files);
    assert.equal(status, 201);
    return body;
  };
  const row = async (caseNumber: string) => {
    const { rows } = await database.query<{ stage: string; waits_for: string | null }>(
      `SELECT stage, waits_for FROM "case" WHERE number = $1`,
      [caseNumber],
    );
    return rows[0] ?? { stage: '', waits_for: null };
  };
  const comesTo = (caseNumber: string, stage: string, ball: string) =>
    until(`${caseNumber} at ${stage} with ${ball}`, async () => {
      const found = await row(caseNumber);
      return found.stage === stage && found.waits_for === ball;
    });

  it('R1598/2.8-route, 2.9, 2.11: the Centre issues, and the mission has one working day to invite', async () => {
    const { caseNumber } = await apply('111111111');
    await comesTo(caseNumber, 'invitation', 'mission:london');
    const { rows } = await database.query<{ holder: string; working_days: number }>(
      `SELECT holder, working_days FROM term WHERE case_number = $1 AND clause = 'R1598/2.11'`,
      [caseNumber],
    );
    assert.deepEqual(rows, [{ holder: 'mission:london', working_days: 1 }]);
  });

  it('R1598/2.9: a deficiency goes to the applicant over HTTP, is mended, and the Centre issues', async () => {
    await centre({ kind: 'deficiency' });
    const { caseNumber, access } = await apply('222222222');
    await comesTo(caseNumber, 'centre', 'applicant');
    const authorization = `Bearer ${access.token}`;
    const shown = await test.portal.call<{ items: object[] }>('GET', '/api/v1/application/mending', { authorization });
    assert.deepEqual(shown.body.items, [
      { item: 'photograph', reason: 'unreadable', label: 'Photograph', detail: 'It cannot be read.' },
    ]);
    const { body: upload } = await test.portal.upload('photograph', test.files.photograph);
    const json = { uploads: [upload.id] };
    const mended = await test.portal.call('POST', '/api/v1/application/mending', { authorization, json });
    assert.equal(mended.status, 200);
    await comesTo(caseNumber, 'invitation', 'mission:london');
    const again = await test.portal.call('POST', '/api/v1/application/mending', { authorization, json });
    assert.equal(again.status, 409);
    await until('the letter about the deficiency', async () => {
      const { rows } = await database.query(
        `SELECT 1 FROM notice WHERE case_number = $1 AND kind = 'centre-deficiency' AND state IN ('accepted', 'delivered')`,
        [caseNumber],
      );
      return rows.length > 0;
    });
  });

  it('R1598/2.9: a contract whose signature does not hold is an incident, and nothing of it is believed', async () => {
    await centre({ kind: 'bad-signature' });
    const { caseNumber } = await apply('333333333');
    const incident = await until('the incident', async () => {
      const { rows } = await database.query<{ kind: string; holder: string }>(
        `SELECT kind, holder FROM incident WHERE case_number = $1 AND resolved_at IS NULL`,
        [caseNumber],
      );
      return rows[0];
    });
    assert.deepEqual(incident, { kind: 'centre-message-refused', holder: 'e-imza' });
    assert.deepEqual(await row(caseNumber), { stage: 'centre', waits_for: 'centre:e-imza' });
    const { rows } = await database.query(`SELECT 1 FROM certificate WHERE case_number = $1`, [caseNumber]);
    assert.equal(rows.length, 0);
  });
});
