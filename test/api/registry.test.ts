import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { form } from '../support/record.ts';
import { openApi, type Problem, type TestApi } from './openApi.ts';

const APPLY = '/api/v1/applications';

describe('a service and its registry', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const cases = async () => (await api.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM "case"`)).n;

  it('Q279/1: an application for a service that stands in no registry is refused, in three languages, and taken once it does', async () => {
    const service = await api.owner.one<{ number: string; registered_at: string }>(
      `DELETE FROM service WHERE procedure = 'signature-issuance' RETURNING number, registered_at`,
    );
    const body = { application: form('foreigner-personal-token'), uploads: await api.uploads() };
    const said = new Set<string>();
    for (const language of ['az', 'en', 'ru']) {
      const refused = await api.post(APPLY, body).set('Accept-Language', language);
      assert.equal(refused.status, 403);
      const { title, clause, detail } = JSON.parse(refused.text) as Problem;
      assert.deepEqual([title, clause], ['service-not-registered', 'Q279/1']);
      said.add(detail);
    }
    assert.equal(said.size, 3);
    assert.equal(await cases(), 0);

    await api.owner.run(
      `INSERT INTO service (number, procedure, registered_at) VALUES ($1, 'signature-issuance', $2)`,
      [service.number, service.registered_at],
    );
    assert.equal((await api.post(APPLY, body)).status, 201);
    assert.equal(await cases(), 1);
  });
});
