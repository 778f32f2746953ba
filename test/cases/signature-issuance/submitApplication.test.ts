import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { form, openTestRecord, type TestRecord } from '../../support/record.ts';

describe('an application', () => {
  let record: TestRecord;
  before(async () => {
    record = await openTestRecord();
  });
  after(() => record.stop());

  const count = async () => (await record.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM "case"`)).n;

  it('Q279/1: is refused while the service stands in no registry, and taken once it does', async () => {
    const service = await record.owner.one<{ number: string; registered_at: string }>(
      `DELETE FROM service WHERE procedure = 'signature-issuance' RETURNING number, registered_at`,
    );
    assert.deepEqual(await record.submit(form('foreigner-personal-token')), {
      kind: 'refused',
      clause: 'Q279/1',
      facts: { reason: 'service-not-registered' },
    });
    assert.equal(await count(), 0);
    await record.owner.run(
      `INSERT INTO service (number, procedure, registered_at) VALUES ($1, 'signature-issuance', $2)`,
      [service.number, service.registered_at],
    );
    assert.equal((await record.submit(form('foreigner-personal-token'))).kind, 'registered');
    assert.equal(await count(), 1);
  });
});
