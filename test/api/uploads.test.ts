import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import sharp from 'sharp';
import { LIMITS } from '../../cases/record/limits.ts';
import { describeDocumentProblem } from '../../law/signature-issuance/documents.ts';
import { newKey, openApi, type Problem, type TestApi } from './openApi.ts';

describe('uploading over HTTP', () => {
  let api: TestApi;
  before(async () => {
    api = await openApi();
  });
  after(() => api.stop());

  const upload = (kind: string, bytes: Buffer, key = newKey(), language = 'en') =>
    api.http
      .post('/api/v1/uploads')
      .set('Idempotency-Key', key)
      .set('Accept-Language', language)
      .field('kind', kind)
      .attach('file', bytes, 'passport.jpg');
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c08040' } })
      .jpeg()
      .toBuffer();

  it('R1598/2.3.2: a refused file: which, why, what would be accepted, in az, en and ru', async () => {
    const cases = [
      ['photograph', await picture(300, 386), 'too-small'],
      ['photograph', await picture(600, 400), 'wrong-shape'],
      ['photograph', Buffer.from('%PDF-1.4 but named .jpg'), 'wrong-type'],
      ['identity-document', Buffer.from('MZ\0not a picture'), 'wrong-type'],
    ] as const;
    for (const [kind, bytes, reason] of cases)
      for (const language of ['az', 'en', 'ru'] as const) {
        const answer = await upload(kind, bytes, newKey(), language);
        assert.equal(answer.status, 422);
        const { items, clause } = JSON.parse(answer.text) as Problem;
        const words = describeDocumentProblem(kind, reason, language);
        assert.deepEqual(items, [{ field: '/file', document: kind, code: reason, ...words }]);
        assert.equal(clause, kind === 'photograph' ? 'R1598/2.3.2' : 'R1598/2.3.1');
      }
    const { n } = await api.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM upload`);
    assert.equal(n, 0);
  });

  it('a repeat gets the first id and leaves one file; the same key with another file 422', async () => {
    const key = newKey();
    const bytes = await picture(490, 630);
    const first = await upload('photograph', bytes, key);
    assert.equal(first.status, 201);
    const again = await upload('photograph', bytes, key);
    assert.equal(again.status, 201);
    assert.deepEqual(again.body, first.body);
    assert.equal((await upload('photograph', await picture(980, 1260), key)).status, 422);
    const { n } = await api.owner.one<{ n: number }>(`SELECT count(*)::integer AS n FROM upload`);
    assert.equal(n, 1);
    assert.notEqual(await api.files.get((first.body as { id: string }).id), null);
  });

  it('what lies on the disk is not the picture', async () => {
    const answer = await upload('photograph', await picture(490, 630));
    const stored = Buffer.from((await api.files.get((answer.body as { id: string }).id)) ?? []);
    assert.ok(stored.length > 100);
    assert.equal(stored.indexOf(Buffer.from([0xff, 0xd8, 0xff])), -1);
    assert.ok(!stored.includes('JFIF'));
  });

  it('a form without a kind, without a file, or with two says what is wanted', async () => {
    const bytes = await picture(490, 630);
    const answers = [
      await upload('selfie', bytes),
      await api.http.post('/api/v1/uploads').set('Idempotency-Key', newKey()).field('kind', 'photograph'),
      await upload('photograph', bytes).attach('file', bytes, 'b.jpg'),
      await upload('photograph', bytes).attach('portrait', bytes, 'b.jpg'),
    ];
    for (const { status, text } of answers) {
      assert.equal(status, 400);
      assert.equal((JSON.parse(text) as Problem).title, 'upload-form');
    }
  });

  it('a file no document may be as large as: 413 with which, why, what would be accepted, in az, en and ru', async () => {
    const large = Buffer.alloc(13 * 1024 * 1024);
    for (const [kind, clause] of [
      ['photograph', 'R1598/2.3.2'],
      ['power-of-attorney', 'R1598/2.3.3'],
    ] as const)
      for (const language of ['az', 'en', 'ru'] as const) {
        const answer = await upload(kind, large, newKey(), language);
        const words = describeDocumentProblem(kind, 'too-large', language);
        const said = JSON.parse(answer.text) as Problem;
        assert.deepEqual([answer.status, said.title, said.clause], [413, 'file-refused', clause]);
        assert.deepEqual(said.items, [{ field: '/file', document: kind, code: 'too-large', ...words }]);
        assert.ok(said.detail.includes(words.reason) && said.detail.includes(words.accepted), said.detail);
      }
  });

  it('a file that is too large and of no known kind: 413 with what would be accepted', async () => {
    for (const [language, mb] of [
      ['az', 'MB'],
      ['en', 'MB'],
      ['ru', 'МБ'],
    ] as const) {
      const answer = await api.http
        .post('/api/v1/uploads')
        .set('Idempotency-Key', newKey())
        .set('Accept-Language', language)
        .attach('file', Buffer.alloc(13 * 1024 * 1024), 'passport.jpg');
      const { title, detail } = JSON.parse(answer.text) as Problem;
      assert.deepEqual([answer.status, title], [413, 'upload-too-large']);
      assert.ok(detail.includes(`5 ${mb}`) && detail.includes(`10 ${mb}`), detail);
    }
  });

  it('from one address so many files an hour; then 429 says when again, and an opinion asks no limit', async () => {
    await upload('photograph', await picture(300, 386));
    await api.owner.run(`UPDATE rate_limit SET points = $1 WHERE key LIKE 'upload-sent:%'`, [
      LIMITS['upload-sent'].points,
    ]);
    const refused = await upload('photograph', await picture(300, 386));
    assert.deepEqual([refused.status, refused.headers['retry-after']], [429, '3600']);
    assert.match((refused.body as Problem).detail, /Too many files were sent from your address this hour/);
    const check = () => api.http.post('/api/v1/check').attach('document', Buffer.from('{}'), 'a.json');
    assert.equal((await check()).status, 200);
    await api.owner.run(`UPDATE rate_limit SET points = $1 WHERE key LIKE 'document-checked:%'`, [
      LIMITS['document-checked'].points,
    ]);
    assert.equal((await check()).status, 429);
    await api.owner.run(`DELETE FROM rate_limit`);
    assert.equal((await check()).status, 200);
  });
});
