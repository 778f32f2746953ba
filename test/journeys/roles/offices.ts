import assert from 'node:assert/strict';
import { recordFailedDelivery } from '../../../cases/signature-issuance/recordFailedDelivery.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { passBallTo } from '../../looking/seedMissions.ts';
import { issue } from '../../looking/seedPast.ts';
import type { Hand } from '../hand.ts';
import type { Walk } from './walk.ts';

/** R1598/2.10: certificate and token from the Centre to the ministry and on to its courier, each taking over thing by thing. */
export async function custody({ pages, person, bring }: Walk): Promise<void> {
  const { caseNumber, serial } = await bring('invitation');
  // The ministry knows a courier from his first sign-in on.
  await pages.visitAs('courier-7');
  const way = [
    ['centre-e-imza-1', 'ministry:foreign-affairs', 'foreign-affairs-1'],
    ['foreign-affairs-1', 'courier:7', 'courier-7'],
  ] as const;
  for (const [giver, taker, takerName] of way) {
    const giving = await person();
    await giving.signIn(giver);
    await giving.open('/custody');
    await offer(giving, caseNumber, serial, taker);
    const taking = await person();
    await taking.signIn(takerName);
    await taking.open('/custody');
    await takeOver(taking, caseNumber, serial);
    const held = await pages.owner.many(
      `SELECT DISTINCT h.holder FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
        WHERE i.case_number = $1 AND h.until IS NULL`,
      [caseNumber],
    );
    assert.deepEqual(held, [{ holder: taker }]);
  }
}

async function offer(hand: Hand, caseNumber: string, serial: string, taker: string): Promise<void> {
  const t = hand.words('custody');
  const button = `${t('hands.offer')}: ${caseNumber}`;
  await hand.press(button);
  await hand.seesMistakes(1);
  await hand.tick(`T-${serial}`);
  await hand.tick(` ${serial}`);
  const form = hand.main.locator('form', { has: hand.page.getByRole('group', { name: caseNumber }) });
  await hand.pick(form.getByLabel(t('hands.to')), partyName(taker, hand.language));
  await hand.press(button);
  await hand.sees(t('hands.offered', { taker: partyName(taker, hand.language) }));
}

async function takeOver(hand: Hand, caseNumber: string, serial: string): Promise<void> {
  const t = hand.words('custody');
  await hand.follow(caseNumber);
  await hand.press(t('handover.button'));
  await hand.seesMistakes(2);
  await hand.choose(`${t('kind.certificate')} ${serial} (1)`, t('found.as-listed'));
  await hand.choose(`${t('kind.token')} T-${serial} (1)`, t('found.as-listed'));
  await hand.press(t('handover.button'));
  await hand.sees(t('handover.taken'));
}

/** R1598/5.4: the Centre enters what was handed over, with the wrong serial number first. */
export async function register({ pages, person, bring }: Walk): Promise<void> {
  const carried = await bring('contract');
  await issue(pages, carried, false);
  await passBallTo(pages, carried.caseNumber, carried.centre);
  const hand = await person();
  const t = hand.words('centre');
  await hand.signIn('centre-e-imza-1');
  await hand.follow(carried.caseNumber);
  await hand.write(t('case.serial'), 'another');
  await hand.press(t('case.enterButton'));
  await hand.seesMistakes(1);
  await hand.write(t('case.serial'), carried.serial);
  await hand.press(t('case.enterButton'));
  await hand.sees(t('case.entered', { serial: carried.serial }));
}

/** R1598/2.7: a retry, a delivery by hand (without its document first), and an account suspended and restored. */
export async function operate({ pages, person }: Walk): Promise<void> {
  const { caseNumber } = await pages.register();
  for (let n = 0; n < 3; n += 1)
    await recordFailedDelivery(pages.record, { caseNumber, agency: 'state-security', failure: 'unreachable' });
  await pages.visitAs('tbilisi-officer-1');
  const hand = await person();
  const t = hand.words('operator');
  await hand.signIn('operator-1');
  await hand.open('/operator/stuck');
  await hand.follow(caseNumber);
  await hand.press(t('case.retry'));
  await hand.choose(t('case.which'), t('common.agency.state-security'));
  await hand.press(t('case.deed.delivered'));
  await hand.seesMistakes(1);
  await hand.write(t('case.document'), 'Akt № 5/2026');
  await hand.press(t('case.deed.delivered'));
  await hand.sees(t('case.done.delivered'));
  await hand.open('/operator/users');
  await hand.press(`${t('users.suspend')}: tbilisi-officer-1`);
  await hand.seesMistakes(1);
  const account = hand.main.getByRole('region', { name: 'tbilisi-officer-1', exact: true });
  await hand.pick(account.getByLabel(t('users.reason'), { exact: true }), t('users.why.left-office'));
  await hand.press(`${t('users.suspend')}: tbilisi-officer-1`);
  await hand.sees(t('users.suspended', { who: 'tbilisi-officer-1' }));
  await hand.press(`${t('users.restore')}: tbilisi-officer-1`);
  await hand.sees(t('users.restored', { who: 'tbilisi-officer-1' }));
}

/** An auditor searches (with a name that is none first) and verifies a chain on the screen. */
export async function audit({ pages, person }: Walk): Promise<void> {
  const { caseNumber } = await pages.register();
  await pages.deliver(caseNumber);
  const hand = await person();
  const t = hand.words('auditor');
  await hand.signIn('auditor-1');
  await hand.write(t('search.chain'), '"');
  await hand.press(t('common.search'));
  await hand.seesMistakes(1);
  await hand.write(t('search.chain'), caseNumber);
  await hand.press(t('common.search'));
  await hand.go(hand.main.getByRole('table').getByRole('link').first());
  await hand.sees(t('chain.ok'));
}
