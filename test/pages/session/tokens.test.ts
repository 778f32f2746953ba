import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFile } from '../../../cases/reviewer/readFile.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

const REVIEWER = { sub: 'a-program', role: 'reviewer', body: 'internal-affairs', post: 'duty-desk' } as const;
const seconds = () => Math.floor(Date.now() / 1000);

async function send(path: string, token: string, body?: object): Promise<{ status: number; text: string }> {
  const headers = {
    Authorization: `Bearer ${token}`,
    ...(body !== undefined && { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() }),
  };
  const how = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const answer = await fetch(`${pages.url}/api/v1${path}`, { headers, ...how });
  return { status: answer.status, text: await answer.text() };
}

test('ASVS 9.2.2, RFC 9068 4: an ID token of the same issuer and audience is no access token', async () => {
  const claims = { auth_time: seconds(), nonce: 'n' };
  assert.equal((await send('/reviewer/late', await pages.token(REVIEWER, { claims }))).status, 200);
  for (const typ of ['JWT', 'id+jwt'])
    assert.equal((await send('/reviewer/late', await pages.token(REVIEWER, { typ, claims }))).status, 401, typ);
});

test('ASVS 7.5.3, RFC 9470: a sign-in is fresh by `auth_time` alone: a refreshed token, or one of tomorrow, is not', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const refuse = async (claims: Record<string, unknown>) =>
    send(`/reviewer/files/${caseNumber}/negative`, await pages.token(REVIEWER, { issued: '0 seconds', claims }), {});
  for (const claims of [
    {},
    { auth_time: String(seconds()) },
    { auth_time: seconds() - 301 },
    { auth_time: seconds() + 86_400 },
  ]) {
    const { status, text } = await refuse(claims);
    assert.deepEqual([status, /fresh-sign-in-needed/.test(text)], [401, true], JSON.stringify(claims));
  }
  assert.equal((await refuse({ auth_time: seconds() - 60 })).status, 200);
});

test('R1598/2.8, ADR 34: who an official is as a person is read of his token too: no program judges his own application', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const { application } = (await readFile(pages.record, 'internal-affairs', caseNumber))!;
  const { identityDocument, birthDate, citizenship } = application.applicant ?? {};
  const { issuingCountry, number: documentNumber } = identityDocument ?? {};
  const identity = { issuingCountry, documentNumber, birthDate, citizenship };
  for (const sub of ['a-program-of-his', 'another-of-his']) {
    const his = { ...REVIEWER, sub };
    // The second was known before its tokens said who he is.
    if (sub === 'another-of-his') await send('/reviewer/late', await pages.token(his));
    const token = await pages.token(his, { claims: { auth_time: seconds(), identity } });
    const { status, text } = await send(`/reviewer/files/${caseNumber}/nothing-against`, token, {});
    assert.deepEqual([status, /own-application/.test(text)], [409, true], sub);
  }
  assert.deepEqual(await pages.owner.many(`SELECT 1 FROM opinion WHERE case_number = $1`, [caseNumber]), []);
});
