import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { bringTo } from '../../support/issuing.ts';
import { openPages, type TestPages } from '../openPages.ts';

let pages: TestPages;
before(async () => {
  pages = await openPages();
});
after(() => pages.stop());

const holders = (caseNumber: string) =>
  pages.owner.many<{ holder: string }>(
    `SELECT DISTINCT h.holder FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
      WHERE i.case_number = $1 AND h.until IS NULL`,
    [caseNumber],
  );

test('R1598/2.10: from the Centre by the ministry and its courier to the mission, each taking over thing by thing', async () => {
  const { caseNumber } = await bringTo(pages, 'invitation');
  await pages.visitAs('courier-7');
  const way = [
    ['centre-e-imza-1', 'ministry:foreign-affairs', 'foreign-affairs-1'],
    ['foreign-affairs-1', 'courier:7', 'courier-7'],
    ['courier-7', 'mission:london', 'london-officer-1'],
  ] as const;
  for (const [giverName, taker, takerName] of way) {
    const giver = await pages.visitAs(giverName);
    const held = await giver.get('/en/custody');
    const things = [...held.html.matchAll(/name="things"[^>]*value="([^"]+)"/g)].map(([, value = '']) => value);
    assert.equal(things.length, 2);
    const nothing = await giver.submit({ taker, things: [] }, { form: caseNumber });
    assert.equal(nothing.status, 422, 'nothing chosen');
    assert.match(nothing.html, new RegExp(`<option value="${taker}" selected>`), 'the choice made stays');
    const nobody = await giver.submit({ taker: 'nobody', things }, { form: caseNumber });
    assert.equal(nobody.html.match(/name="things"[^>]*checked/g)?.length, 2, 'so do the things');
    await giver.get('/en/custody');
    assert.match((await giver.submit({ taker, things }, { form: caseNumber })).html, /Offered:/);
    const receiver = await pages.visitAs(takerName);
    const list = await receiver.get('/en/custody');
    const path = /href="(\/en\/custody\/handovers\/[0-9a-f-]{36})"/.exec(list.html)?.[1] ?? '';
    const stranger = await pages.visitAs('azercell-1');
    assert.equal((await stranger.get(path)).status, 404);
    const act = await receiver.get(`${path}/act.pdf`);
    assert.equal(act.bytes.subarray(0, 4).toString(), '%PDF');
    await receiver.get(path);
    assert.equal((await receiver.submit({ 'found-0': 'as-listed' })).status, 422, 'every thing is asked for');
    const taken = await receiver.submit({ 'found-0': 'as-listed', 'found-1': 'as-listed' });
    assert.match(taken.html, /The things are taken over/);
    assert.deepEqual(await holders(caseNumber), [{ holder: taker }]);
  }
});

test('R1598/2.10: a difference stops the chain, an offer is taken back by its giver', async () => {
  const { caseNumber } = await bringTo(pages, 'invitation');
  const centre = await pages.visitAs('centre-e-imza-1');
  const things = async () => {
    const held = await centre.get('/en/custody');
    const form = held.html.slice(held.html.indexOf(`value="${caseNumber}"`));
    return [...form.slice(0, form.indexOf('</form>')).matchAll(/name="things"[^>]*value="([^"]+)"/g)].map(
      ([, one = '']) => one,
    );
  };
  const taker = 'ministry:foreign-affairs';
  await centre.submit({ taker, things: await things() }, { form: caseNumber });
  assert.match((await centre.submit({}, { form: 'value="recall"' })).html, /taken back/);
  await centre.submit({ taker, things: await things() }, { form: caseNumber });
  const ministry = await pages.visitAs('foreign-affairs-1');
  const path =
    /href="(\/en\/custody\/handovers\/[0-9a-f-]{36})"/.exec((await ministry.get('/en/custody')).html)?.[1] ?? '';
  await ministry.get(path);
  const noNumber = await ministry.submit({ 'found-0': 'as-listed', 'found-1': 'wrong-number' });
  assert.match(noNumber.html, /Write the number that stands on the thing/);
  assert.match(
    (await ministry.submit({ 'found-0': 'as-listed', 'found-1': 'missing' })).html,
    /The difference is recorded/,
  );
});

test('R1598/2.10, ADR 22: its holder reports a loss on a page, and the operator settles it on one, as the law lets', async () => {
  const { caseNumber } = await bringTo(pages, 'invitation');
  const centre = await pages.visitAs('centre-e-imza-1');
  const path = `/en/custody/cases/${caseNumber}/report`;
  assert.match((await centre.get('/en/custody')).html, new RegExp(`cases/${caseNumber}/report`));
  await centre.get(path);
  assert.equal((await centre.submit({})).status, 422);
  await centre.get(path);
  assert.match((await centre.submit({ 'found-0': 'missing', 'found-1': 'damaged' })).html, /Reported/);
  assert.equal((await centre.get(path)).status, 404, 'nothing is left that he may report');

  const operator = await pages.visitAs('operator-1');
  const list = await operator.get('/en/operator/incidents');
  const row = list.html.slice(list.html.lastIndexOf(caseNumber));
  const difference = /href="(\/en\/custody\/differences\/[0-9a-f-]{36})"/.exec(row)?.[1] ?? '';
  assert.equal((await centre.get(difference)).status, 404, 'the operator alone settles');
  const shown = await operator.get(difference);
  assert.doesNotMatch(shown.html, /name="settle-0"[^>]*value="to-go-back"/, 'what is missing cannot go back');
  assert.equal((await operator.submit({})).status, 422);
  await operator.get(difference);
  assert.match((await operator.submit({ 'settle-0': 'as-listed' })).html, /not settled yet: 1/);
  await operator.get(difference);
  assert.match((await operator.submit({ 'settle-0': 'as-listed' })).html, /The difference is settled/);
  assert.equal((await operator.get(difference)).status, 404);
});

test('R1598/2.10: the portal operator enters the SIM card and both copies of its contract on a page, once', async () => {
  const { caseNumber } = await bringTo(pages, 'invitation', {
    form: 'citizen-asan',
    fin: { fin: '7ABCDE2', source: 'identity-card' },
  });
  await pages.owner.run(
    `UPDATE custody_item SET state = 'replaced' WHERE case_number = $1 AND kind IN ('sim', 'sim-contract')`,
    [caseNumber],
  );
  const operator = await pages.visitAs('operator-1');
  const path = `/en/custody/cases/${caseNumber}/items`;
  assert.match((await operator.get('/en/custody')).html, new RegExp(`href="${path}"`));
  const form = await operator.get(path);
  assert.match(form.html, /Operator the applicant chose: the mobile operator/);
  assert.equal((await operator.submit({ sim: '' })).status, 422);
  await operator.get(path);
  const done = await operator.submit({ sim: 'SIM-1', 'sim-contract': 'SC-1' });
  assert.match(done.html, /are entered and with you/);
  const held = [...done.html.matchAll(/name="things"[^>]*value="([^"]+)"/g)].map(([, value]) => value);
  assert.deepEqual(held.sort(), ['sim-contract/SC-1/1', 'sim-contract/SC-1/2', 'sim/SIM-1/1']);
  assert.equal((await operator.get(path)).status, 404, 'nothing is lacking');
  assert.equal(
    (await (await pages.visitAs('centre-asan-1')).get(path)).status,
    404,
    'the certificate came with the decision',
  );
});

test('R1598/2.10: the oldest of 201 offered hand-overs is on a page of the list, and opens; what is none is not there', async () => {
  const { caseNumber } = await bringTo(pages, 'invitation');
  const oldest = randomUUID();
  await pages.owner.run(
    `INSERT INTO handover (id, case_number, clause, giver, taker, offered_at, offered_by)
     SELECT CASE n WHEN 201 THEN $2::uuid ELSE gen_random_uuid() END, $1, 'R1598/2.10', 'ministry:foreign-affairs',
            'courier:7', legal_now() - n * interval '1 minute', 'test'
       FROM generate_series(1, 201) AS n`,
    [caseNumber, oldest],
  );
  await pages.owner.run(
    `INSERT INTO handover_item (handover_id, item_id, open) SELECT $2, id, false FROM custody_item WHERE case_number = $1`,
    [caseNumber, oldest],
  );
  const [taker, giver] = [await pages.visitAs('courier-7'), await pages.visitAs('foreign-affairs-1')];
  const first = await taker.get('/en/custody');
  assert.equal(first.html.match(/href="\/en\/custody\/handovers\/[0-9a-f-]{36}"/g)?.length, 50);
  assert.match(first.html, /href="\/en\/custody\?take=1"/);
  const last = await taker.get('/en/custody?take=4');
  assert.match(last.html, new RegExp(`href="/en/custody/handovers/${oldest}"`));
  assert.equal((await taker.get(`/en/custody/handovers/${oldest}`)).status, 200);
  assert.equal((await giver.get(`/en/custody/handovers/${oldest}`)).status, 404, 'its giver does not take it');
  assert.equal((await taker.get(`/en/custody/handovers/${'-'.repeat(36)}`)).status, 404);
  assert.match((await giver.get('/en/custody?given=4')).html, new RegExp(`name="handover" value="${oldest}"`));
});
