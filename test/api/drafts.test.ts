import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { form } from '../support/record.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';

type View = {
  files: { id: string; kind: string }[];
  steps: { step: string; complete: boolean; fields: { field: string }[] }[];
  missing: { field: string; step: string; mend: string }[];
};

describe('a draft over the API', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const open = async () => {
    const opened = await api.http.post('/api/v1/drafts');
    const { returnCode, access } = opened.body as { returnCode: string; access: { token: string } };
    return { returnCode, authorization: `Bearer ${access.token}` };
  };
  const read = (authorization: string) =>
    api.http.get('/api/v1/draft').set('Authorization', authorization).set('Accept-Language', 'en');
  const write = (authorization: string, step: string, fields: object) =>
    api.http
      .patch(`/api/v1/draft/steps/${step}`)
      .set('Authorization', authorization)
      .set('Accept-Language', 'en')
      .send({ fields });
  const attach = async (authorization: string, kind: string, path: string, key = newKey()) =>
    api.http
      .post('/api/v1/draft/files')
      .set('Idempotency-Key', key)
      .set('Authorization', authorization)
      .field('kind', kind)
      .attach('file', await readFile(path), 'a.jpg');
  const problemOf = ({ text }: { text: string }) => JSON.parse(text) as Problem;

  /** Writes a whole form, step by step, as the draft asks for it. */
  const fill = async (authorization: string) => {
    const whole = form('foreigner-personal-token') as Record<string, unknown>;
    const at = (pointer: string) =>
      pointer
        .slice(1)
        .split('/')
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], whole);
    for (let turn = 0; turn < 2; turn += 1) {
      const { steps } = (await read(authorization)).body as View;
      for (const { step, fields } of steps.filter((one) => one.step !== 'files')) {
        const given = fields.map(({ field }) => [field, at(field)]).filter(([, value]) => value !== undefined);
        const answer = await write(authorization, step, Object.fromEntries(given) as object);
        assert.equal(answer.status, 200, answer.text);
      }
    }
  };

  it('R1598/2.3, 2.6: opened, filled step by step, left and come back to, submitted; a repeat gets the first answer', async () => {
    const { returnCode, authorization } = await open();
    const before = (await read(authorization)).body as View;
    assert.ok(before.missing.every(({ mend, step }) => mend !== '' && step !== ''));
    assert.ok(before.steps.some(({ complete }) => !complete));
    await fill(authorization);
    for (const [kind, path] of [
      ['identity-document', api.made.identityDocument],
      ['photograph', api.made.photograph],
    ] as const)
      assert.equal((await attach(authorization, kind, path)).status, 201);
    const back = await api.post('/api/v1/draft/session', { returnCode: returnCode.toLowerCase() });
    assert.equal(back.status, 201, back.text);
    const later = `Bearer ${(back.body as { token: string }).token}`;
    const view = (await read(later)).body as View;
    assert.deepEqual(view.missing, []);
    assert.ok(view.steps.every(({ complete }) => complete));
    const key = newKey();
    const submit = () => api.post('/api/v1/draft/submission', undefined, key).set('Authorization', later);
    const first = await submit();
    assert.equal(first.status, 201, first.text);
    const { trackingCode, access, caseNumber } = first.body as {
      trackingCode: string;
      caseNumber: string;
      access: { token: string };
    };
    assert.equal(trackingCode, returnCode);
    assert.deepEqual((await submit()).body, first.body);
    assert.equal((await read(later)).status, 404, 'the draft is no more');
    const own = await api.http.get('/api/v1/application').set('Authorization', `Bearer ${access.token}`);
    assert.equal((own.body as { caseNumber: string }).caseNumber, caseNumber);
  });

  it('Q191/7.4: an incomplete draft is told every item and stays; a field of another step is not written', async () => {
    const { authorization } = await open();
    const early = await api.post('/api/v1/draft/submission').set('Authorization', authorization);
    assert.equal(early.status, 422);
    assert.ok((problemOf(early).items ?? []).length > 5);
    const foreign = await write(authorization, 'who', { '/filedBy': 'self', '/applicant/surname': 'Ada' });
    assert.equal(foreign.status, 400);
    assert.deepEqual(problemOf(foreign).items, [{ field: '/applicant/surname', reason: 'not-asked-for' }]);
    assert.equal((await write(authorization, 'who', { '/filedBy': 'somebody' })).status, 400);
    assert.equal((await write(authorization, 'no-such-step', {})).status, 404);
    assert.equal((await write(authorization, 'who', { '/__proto__/x': 'y' })).status, 400);
    const written = await write(authorization, 'who', { '/filedBy': 'self' });
    assert.equal((written.body as { application: { filedBy: string } }).application.filedBy, 'self');
    const emptied = await write(authorization, 'who', { '/filedBy': null });
    assert.equal((emptied.body as { application: { filedBy?: string } }).application.filedBy, undefined);
  });

  it('R1598/2.3.2: a file is judged at once, replaced by the next of its kind, looked at and removed', async () => {
    const { authorization } = await open();
    const refused = await attach(authorization, 'photograph', api.made.identityDocument);
    assert.equal(refused.status, 422, refused.text);
    const key = newKey();
    const first = await attach(authorization, 'photograph', api.made.photograph, key);
    const filesOf = async () => ((await read(authorization)).body as View).files.map(({ id }) => id);
    const { id } = first.body as { id: string };
    assert.deepEqual((await attach(authorization, 'photograph', api.made.photograph, key)).body, first.body);
    assert.deepEqual(await filesOf(), [id], 'a form sent twice leaves the file it brought');
    const second = await attach(authorization, 'photograph', api.made.photograph);
    await attach(authorization, 'photograph', api.made.photograph, key);
    assert.deepEqual(
      await filesOf(),
      [(second.body as { id: string }).id],
      'nor does a late repeat undo the next file',
    );
    const { files } = (await read(authorization)).body as View;
    assert.equal(files.length, 1);
    const file = `/api/v1/draft/files/${files[0]?.id}`;
    const stranger = (await open()).authorization;
    assert.equal((await api.http.get(file).set('Authorization', stranger)).status, 404);
    assert.equal((await api.http.delete(file).set('Authorization', stranger)).status, 404);
    assert.equal((await api.http.get(file).set('Authorization', authorization)).status, 200);
    assert.equal((await api.http.delete(file).set('Authorization', authorization)).status, 200);
    assert.equal((await api.http.get(file).set('Authorization', authorization)).status, 404);
  });

  it('a wrong return code and an unknown one are one answer; a case’s token opens no draft; twenty drafts a day', async () => {
    const unknown = await api.post('/api/v1/draft/session', { returnCode: '0000-0000-0000-0000-0000-0000-0000' });
    const wrong = await api.post('/api/v1/draft/session', { returnCode: 'no code' });
    assert.deepEqual([unknown.status, wrong.status], [422, 422]);
    assert.equal(problemOf(unknown).detail, problemOf(wrong).detail);
    assert.equal((await api.http.get('/api/v1/draft')).status, 401);
    const { access } = await api.register();
    assert.equal((await read(`Bearer ${access.token}`)).status, 401);
    const fresh = await openApi();
    const statuses: number[] = [];
    for (let n = 0; n < 21; n += 1) statuses.push((await fresh.http.post('/api/v1/drafts')).status);
    await fresh.stop();
    assert.deepEqual(statuses, [...Array<number>(20).fill(201), 429]);
  });
});
