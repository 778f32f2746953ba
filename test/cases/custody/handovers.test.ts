import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { confirmHandover } from '../../../cases/custody/confirmHandover.ts';
import { nextHands } from '../../../cases/custody/nextHands.ts';
import { casesHeld, countHeld, readHeldOf } from '../../../cases/custody/readHands.ts';
import type { ItemName } from '../../../cases/custody/readItems.ts';
import { withdraw } from '../../../cases/signature-issuance/withdraw.ts';
import { bringTo, request } from '../../support/issuing.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';
import { asListed, handsOn, official } from './hands.ts';

const FOREIGN_AFFAIRS = 'ministry:foreign-affairs';

describe('hand-overs', () => {
  let test: TestRecord;
  let hands: ReturnType<typeof handsOn>;
  before(async () => {
    test = await openTestRecord();
    await test.freeze('2026-03-16T09:00:00+04:00');
    hands = handsOn(test);
  });
  after(() => test.stop());

  const issuing = async () => {
    const { caseNumber, serial, mission } = await bringTo(test, 'invitation');
    const token: ItemName = { kind: 'token', serial: `T-${serial}`, copy: 1 };
    const certificate: ItemName = { kind: 'certificate', serial, copy: 1 };
    return { caseNumber, mission, token, certificate };
  };
  const kinds = async (caseNumber: string) => (await test.evidence(caseNumber)).map(({ what }) => what);

  it('R1598/2.10: an offer leaves a thing with its giver; the confirmation moves it, and both sides stand in the act', async () => {
    const { caseNumber, token, certificate } = await issuing();
    const offered = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token, certificate]);
    assert.ok(offered?.kind === 'offered');
    assert.deepEqual(await hands.holder(token), ['centre:e-imza']);
    assert.equal(
      (await hands.confirm(FOREIGN_AFFAIRS, offered.handoverId, asListed([token, certificate])))?.kind,
      'taken',
    );
    assert.deepEqual(await hands.holder(token), [FOREIGN_AFFAIRS]);
    const act = await test.owner.one(
      `SELECT clause, giver, taker, state, offered_by, answered_by FROM handover WHERE id = $1`,
      [offered.handoverId],
    );
    assert.deepEqual(act, {
      ...{ clause: 'R1598/2.10', giver: 'centre:e-imza', taker: FOREIGN_AFFAIRS, state: 'taken' },
      ...{ offered_by: 'of-centre:e-imza', answered_by: `of-${FOREIGN_AFFAIRS}` },
    });
    assert.deepEqual((await kinds(caseNumber)).slice(-2), ['handover-offered', 'handover-taken']);
  });

  it('R1598/2.10: what a party holds is listed case by case, a page at a time, and no case is left out', async () => {
    const one = await issuing();
    await issuing();
    const [{ things, cases }, { held }] = await Promise.all([
      countHeld(test.record, 'centre:e-imza'),
      test.owner.one<{ held: number }>(
        `SELECT count(*)::integer AS held FROM custody_holding WHERE holder = 'centre:e-imza' AND until IS NULL`,
      ),
    ]);
    assert.equal(things, held);
    const pages: string[] = [];
    for (let start = 0; start < cases; start += 1)
      pages.push(...(await casesHeld(test.record, 'centre:e-imza', { start, rows: 1 })));
    assert.equal(new Set(pages).size, cases);
    const own = await readHeldOf(test.record, 'centre:e-imza', [one.caseNumber]);
    assert.deepEqual(
      own.map(({ caseNumber, kind }) => [caseNumber, kind]),
      [
        [one.caseNumber, 'certificate'],
        [one.caseNumber, 'token'],
      ],
    );
    const next = await nextHands(test.record, 'centre:e-imza', pages);
    assert.deepEqual(next.get(one.caseNumber), [FOREIGN_AFFAIRS]);
  });

  it('R1598/2.10: what is not in the giver’s hands, on offer, unknown or named twice is refused by name, and nothing moves', async () => {
    const { caseNumber, token, certificate } = await issuing();
    const unknown: ItemName = { ...token, serial: 'T-of-nobody' };
    const bad = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token, token, unknown]);
    assert.ok(bad?.kind === 'refused');
    assert.deepEqual(
      bad.items?.map(({ reason }) => reason),
      ['named-twice', 'item-unknown'],
    );
    assert.equal((await kinds(caseNumber)).at(-1), 'deed-refused');
    const early = await hands.offer(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [token]);
    assert.ok(early?.kind === 'refused' && early.reason === 'not-in-your-hands' && early.clause === 'R1598/2.10');
    const jump = await hands.offer(caseNumber, 'centre:e-imza', 'courier:7', [token]);
    assert.ok(jump?.kind === 'refused' && jump.reason === 'not-the-next-hands');
    await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
    const twice = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [certificate, token]);
    assert.ok(twice?.kind === 'refused' && twice.reason === 'offered-already');
    assert.deepEqual(await hands.holder(certificate), ['centre:e-imza']);
  });

  it('R1598/2.10, R1598/2.15: another mission, another Centre and a strange courier do not know the case', async () => {
    const { caseNumber, mission, token, certificate } = await issuing();
    for (const stranger of ['mission:tokyo', 'centre:asan', 'courier:99', 'mobile-operator:nar'] as const)
      assert.deepEqual(await hands.offer(caseNumber, stranger, FOREIGN_AFFAIRS, [token]), { kind: 'not-yours' });
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token, certificate]);
    await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [token, certificate]);
    const wrong = await hands.offer(caseNumber, 'courier:7', 'mission:tokyo', [token]);
    assert.ok(wrong?.kind === 'refused' && wrong.reason === 'not-the-next-hands');
    await hands.hand(caseNumber, 'courier:7', mission, [token, certificate]);
    const shortcut = await hands.offer(caseNumber, mission, 'applicant', [token]);
    assert.ok(shortcut?.kind === 'refused' && shortcut.clause === 'R1598/2.15');
  });

  it('R1598/2.10: only the taker confirms, of everything on the list once and of nothing else; only the giver takes back', async () => {
    const { caseNumber, token, certificate } = await issuing();
    const offered = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token, certificate]);
    assert.ok(offered?.kind === 'offered');
    const { handoverId } = offered;
    const findings = asListed([token, certificate]);
    assert.deepEqual(await hands.confirm('courier:7', handoverId, findings), { kind: 'not-yours' });
    const own = await hands.confirm('centre:e-imza', handoverId, findings);
    assert.ok(own?.kind === 'refused' && own.reason === 'not-the-taker');
    const part = await hands.confirm(FOREIGN_AFFAIRS, handoverId, asListed([token]));
    assert.ok(part?.kind === 'refused');
    assert.deepEqual(part.items, [{ item: `certificate/${certificate.serial}`, reason: 'not-found-yet' }]);
    const more = await hands.confirm(FOREIGN_AFFAIRS, handoverId, [
      ...findings,
      { ...token, serial: 'another', found: 'missing' },
    ]);
    assert.ok(more?.kind === 'refused' && more.reason === 'not-on-the-list');
    const theirs = await hands.recall(FOREIGN_AFFAIRS, handoverId);
    assert.ok(theirs?.kind === 'refused' && theirs.reason === 'not-the-giver');
    assert.equal((await hands.recall('centre:e-imza', handoverId))?.kind, 'recalled');
    const late = await hands.confirm(FOREIGN_AFFAIRS, handoverId, findings);
    assert.ok(late?.kind === 'refused' && late.reason === 'answered-already');
    assert.deepEqual(await hands.holder(token), ['centre:e-imza']);
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
  });

  it('R1598/2.10: of two offers of a thing at once one stands; of two confirmations at once one moves it, once', async () => {
    const { caseNumber, token } = await issuing();
    const offers = await Promise.all(
      [1, 2, 3, 4].map(() => hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token])),
    );
    const stand = offers.flatMap((one) => (one?.kind === 'offered' ? [one.handoverId] : []));
    assert.equal(stand.length, 1);
    const [handoverId = ''] = stand;
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => hands.confirm(FOREIGN_AFFAIRS, handoverId, asListed([token]))),
      hands.recall('centre:e-imza', handoverId),
    ]);
    const effective = answers.filter((one) => one?.kind === 'taken' || one?.kind === 'recalled');
    assert.equal(effective.length, 1);
    const { n } = await test.owner.one<{ n: number }>(
      `SELECT count(*)::integer AS n FROM custody_holding h JOIN custody_item i ON i.id = h.item_id WHERE i.serial = $1`,
      [token.serial],
    );
    assert.equal(n, effective[0]?.kind === 'taken' ? 2 : 1);
  });

  it('R1598/2.10: a repeated confirmation gets the first answer and moves nothing again', async () => {
    const { caseNumber, token } = await issuing();
    const offered = await hands.offer(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
    assert.ok(offered?.kind === 'offered');
    const { handoverId } = offered;
    const once = request();
    const confirm = () =>
      confirmHandover(test.record, official(FOREIGN_AFFAIRS), { handoverId, findings: asListed([token]) }, once);
    assert.deepEqual(await confirm(), await confirm());
    assert.deepEqual(await hands.holder(token), [FOREIGN_AFFAIRS]);
  });

  it('R1598/2.10, R1598/2.13: after the end of a case without a certificate its things go back, and no longer on', async () => {
    const { caseNumber, token } = await issuing();
    await hands.hand(caseNumber, 'centre:e-imza', FOREIGN_AFFAIRS, [token]);
    await withdraw(test.record, caseNumber, request());
    const onward = await hands.offer(caseNumber, FOREIGN_AFFAIRS, 'courier:7', [token]);
    assert.ok(onward?.kind === 'refused' && onward.reason === 'not-the-way-back' && onward.stage === 'ended');
    await hands.hand(caseNumber, FOREIGN_AFFAIRS, 'centre:e-imza', [token]);
    assert.deepEqual(await hands.holder(token), ['centre:e-imza']);
  });
});
