import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPages, type TestPages } from '../openPages.ts';
import { applicantOf } from '../signInApplicant.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

test('R1598/2.15: withdrawing is asked once more, and a form sent twice counts once', async () => {
  const one = await pages.register();
  const applicant = await applicantOf(pages, one);
  const form = await applicant.get('/en/case/withdraw');
  assert.match((await applicant.submit({})).html, /The application is withdrawn/);
  const again = await applicant.get('/en/case/withdraw');
  assert.match(again.html, /has already ended; there is nothing left to withdraw/);
  assert.doesNotMatch(again.html, /<main[\s\S]*<button/, 'what has no effect any more has no button');
  await applicant.submit({}, { page: form });
  assert.doesNotMatch(
    (await applicant.get('/en/case')).html,
    /consent counts/,
    'nobody consented to what was withdrawn',
  );
  const ended = (await pages.evidence(one.caseNumber)).filter(({ what }) => what === 'withdrawn');
  assert.equal(ended.length, 1);
});

test('R1598/2.8: who asks to withdraw what was refused meanwhile reads why not, and is offered it no more', async () => {
  const one = await pages.register();
  await pages.deliver(one.caseNumber);
  const applicant = await applicantOf(pages, one);
  await applicant.get('/en/case/withdraw');
  await pages.opine(one.caseNumber, 'foreign-affairs', { kind: 'negative' });
  const refused = await applicant.submit({});
  assert.equal(refused.status, 422);
  assert.equal(refused.html.match(/This application was refused; there is nothing left to withdraw/g)?.length, 1);
  assert.doesNotMatch(refused.html, /<main[\s\S]*<button/);
});
