import assert from 'node:assert/strict';
import { bookAppointment } from '../../../cases/mission/bookAppointment.ts';
import { KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import { must } from '../../looking/seedPast.ts';
import { moveAllTo, request } from '../../support/issuing.ts';
import type { Walk } from './walk.ts';

/** R1598/2.12-2.15: at the counter a photograph, the identity (a mismatch chosen by mistake and corrected), the contract, the hand-over. */
export async function counter({ pages, person, photograph, broken, bring, invite }: Walk): Promise<void> {
  const carried = await bring('invitation');
  const { caseNumber } = carried;
  await moveAllTo(pages, carried, 'mission:berlin');
  must(await bookAppointment(pages.record, caseNumber, await invite(carried), request()), 'booked');
  const hand = await person();
  const t = hand.words('mission');
  const original = (kind: keyof typeof KIND_WORDS) => t('identity.original', { name: KIND_WORDS[kind][hand.language] });

  await hand.signIn('berlin-officer-1');
  await hand.follow(caseNumber);
  await hand.attach(t('counter.newPhotograph'), broken);
  await hand.press(t('counter.takeIn'));
  await hand.seesMistakes(1);
  await hand.attach(t('counter.newPhotograph'), photograph);
  await hand.press(t('counter.takeIn'));
  await hand.sees(t('counter.done.photograph'));
  await hand.press(t('identity.link'));
  await hand.press(t('identity.button'));
  await hand.seesMistakes(3);
  await hand.choose(t('identity.who'), t('came.applicant'));
  await hand.choose(original('identity-document'), MISSION_REASONS['another-document']?.[hand.language] ?? '');
  await hand.choose(original('identity-document'), t('identity.equal'));
  await hand.choose(original('photograph'), t('identity.equal'));
  await hand.tick(t('identity.returned'));
  await hand.press(t('identity.button'));
  await hand.sees(t('identity.done.match'));

  await hand.write(t('contract.certificate-contract'), '<b>');
  await hand.press(t('counter.signButton'));
  await hand.seesMistakes(1);
  await hand.write(t('contract.certificate-contract'), `M-${caseNumber}`);
  await hand.press(t('counter.signButton'));
  await hand.sees(t('counter.done.sign'));
  await hand.press(t('handing.link'));
  await hand.write(t('handing.paper'), '<b>');
  await hand.press(t('handing.button'));
  await hand.seesMistakes(1);
  await hand.write(t('handing.paper'), 'Akt № 7/2026');
  await hand.press(t('handing.button'));
  await hand.sees(t('handing.done', { number: caseNumber }));
  const row = await pages.owner.one(`SELECT stage, outcome FROM "case" WHERE number = $1`, [caseNumber]);
  assert.deepEqual(row, { stage: 'register', outcome: 'issued' });
}
