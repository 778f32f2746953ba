import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES } from '../../../pages/createPages.ts';
import { sessionOf } from '../../authorisation/sessions.ts';
import { invitedAt } from '../../support/atMission.ts';
import { bringTo } from '../../support/issuing.ts';
import type { Browsing } from '../browsing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

/** As if the provider had asked him longer than five minutes ago. */
const grownStale = async (visit: Browsing) =>
  sessionOf(pages, visit).change({ official: { authenticatedAt: Date.now() / 1000 - 301 } });

/** At the provider, which was told to ask anew. */
function askedAnew({ url }: { url: string }): void {
  assert.ok(url.startsWith(`${pages.sso.issuer}/interaction/`), url);
}

const standing = (caseNumber: string) =>
  pages.owner.one(
    `SELECT stage, outcome, (SELECT count(*)::integer FROM opinion o WHERE o.case_number = c.number) AS opinions
       FROM "case" c WHERE number = $1`,
    [caseNumber],
  );

test('ASVS 7.5.3: every page by which one says no, issues, refuses, suspends or confirms a calendar asks for a fresh sign-in, and those alone', () => {
  const fresh = PAGES.filter((page) => page.fresh !== undefined).map(({ path }) => path);
  assert.deepEqual(fresh.toSorted(), [
    '/calendar/editor/:id/confirm',
    '/mission/cases/:number/handing-over',
    '/mission/cases/:number/identity',
    '/mission/cases/:number/identity/second',
    '/operator/cases/:number/finding',
    '/operator/users',
    '/reviewer/files/:number/negative',
  ]);
});

test('R1598/2.8: a negative opinion waits for the sign-in: nothing is recorded, what was typed is kept, for him alone', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const reviewer = await pages.visitAs('internal-affairs-reviewer-1');
  const path = `/en/reviewer/files/${caseNumber}/negative`;
  await reviewer.get(path);
  const before = await standing(caseNumber);
  await grownStale(reviewer);
  askedAnew(await reviewer.submit({ code: 'K-7', grounds: 'typed before' }));
  assert.deepEqual(await standing(caseNumber), before);
  const row = JSON.stringify(await sessionOf(pages, reviewer).read());
  assert.doesNotMatch(row, /typed before/, 'sealed while it waits');
  const back = await reviewer.choose('internal-affairs-reviewer-1');
  assert.equal(back.url, `${pages.url}${path}`);
  assert.match(back.html, /typed before/);
  assert.match(back.html, /value="K-7"/);
  assert.doesNotMatch((await reviewer.get(path)).html, /typed before/, 'once');

  await grownStale(reviewer);
  askedAnew(await reviewer.get(path));
  await reviewer.choose('internal-affairs-reviewer-1');
  await grownStale(reviewer);
  askedAnew(await reviewer.submit({ code: '', grounds: 'another’s words' }));
  // Another person at the same computer, whom the provider does not take for the first.
  for (const name of [...reviewer.cookies.keys()]) if (!name.startsWith('__Host-')) reviewer.cookies.delete(name);
  const other = await reviewer.signInAs('internal-affairs-reviewer-2');
  assert.equal(new URL(other.url).pathname, '/en/reviewer', 'another begins at his own desk');
  assert.doesNotMatch((await reviewer.get(path)).html, /another’s words/);
});

test('R1598/2.13, 2.15: so do the check of identity, a second officer’s word, and the hand-over that issues', async () => {
  const berlin = await invitedAt(pages, { mission: 'berlin' });
  const { caseNumber: london } = await bringTo(pages, 'contract');
  for (const [sub, path] of [
    ['berlin-officer-1', `/en/mission/cases/${berlin.caseNumber}/identity`],
    ['london-officer-1', `/en/mission/cases/${london}/handing-over`],
  ] as const) {
    const officer = await pages.visitAs(sub);
    const open = await officer.get(path);
    assert.equal(open.status, 200);
    await grownStale(officer);
    askedAnew(await officer.get(path));
    await officer.choose(sub);
    await grownStale(officer);
    askedAnew(await officer.submit({ paperNumber: 'Akt 5', came: 'applicant' }, { page: await stale(officer, path) }));
    const back = await officer.choose(sub);
    assert.match(back.html, /Akt 5|value="applicant"[^>]*checked/, 'what was typed is there');
  }
  assert.deepEqual(await standing(london), { stage: 'contract', outcome: 'approved', opinions: 4 });
  assert.deepEqual(await standing(berlin.caseNumber), { stage: 'identity', outcome: 'approved', opinions: 4 });
});

test('R1598/2.8: the operator’s finding of what an unreadable message was asks for it; his other deeds do not', async () => {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  await pages.garble(caseNumber, 'internal-affairs');
  const operator = await pages.visitAs('operator-1');
  const path = `/en/operator/cases/${caseNumber}`;
  const page = await operator.get(`${path}/finding`);
  await grownStale(operator);
  const finding = { of: 'internal-affairs', document: 'Akt 7', finding: 'negative' };
  askedAnew(await operator.submit(finding, { form: 'name="finding"', page }));
  assert.deepEqual(await standing(caseNumber), { stage: 'opinions', outcome: null, opinions: 1 });
  const back = await operator.choose('operator-1');
  assert.match(back.html, /value="Akt 7"/);
  await grownStale(operator);
  const other = await operator.get(path);
  assert.equal(other.url, `${pages.url}${path}`);
  const retried = await operator.submit({}, { form: 'value="retry"' });
  assert.ok(retried.url.startsWith(pages.url), retried.url);
});

/** A page as it was opened before the sign-in grew old: the provider's pages stand in between. */
async function stale(visit: Browsing, path: string) {
  const row = sessionOf(pages, visit);
  await row.change({ official: { authenticatedAt: Date.now() / 1000 } });
  const page = await visit.get(path);
  await grownStale(visit);
  return page;
}
