import assert from 'node:assert/strict';
import { KIND_WORDS } from '../../../law/signature-issuance/documentWords.ts';
import { fieldWords } from '../../../law/signature-issuance/words/fieldWords.ts';
import { findDeficient } from '../../looking/seedMissions.ts';
import { signInApplicant, type Walk } from './walk.ts';

/** R1598/2.8, 2.15: sign-in by two codes, where the case stands and why until then, and the application taken back. */
export async function follow(walk: Walk): Promise<void> {
  const { pages, person } = walk;
  const applied = await pages.register();
  await pages.deliver(applied.caseNumber);
  const hand = await person();
  const t = hand.words('case');
  await signInApplicant(walk, hand, applied);
  await hand.unfold(t('term.why'));
  await hand.follow(t('case.withdraw'));
  await hand.press(t('withdraw.button'));
  await hand.sees(t('outcome.withdrawn'));
}

/** R1598/2.9: what the Centre found is mended, after a try with nothing in it. */
export async function mend(walk: Walk): Promise<void> {
  const applied = await walk.bring('centre');
  await findDeficient(walk.pages, applied.caseNumber);
  const hand = await walk.person();
  const t = hand.words('case');
  await signInApplicant(walk, hand, applied);
  await hand.press(t('case.mend'));
  await hand.press(t('mend.button'));
  await hand.seesMistakes();
  await hand.attach(t('mend.file', { name: KIND_WORDS.photograph[hand.language] }), walk.photograph);
  await hand.write(fieldWords('/applicant/birthPlace', hand.language), 'Bonn');
  await hand.press(t('mend.button'));
  await hand.sees(t('mend.done'));
}

/** R1598/2.12: an appointment is booked, after a try without a time chosen, and the calendar's file is there. */
export async function appointment(walk: Walk): Promise<void> {
  const applied = await walk.bring('invitation');
  await walk.invite(applied);
  const hand = await walk.person();
  const t = hand.words('case');
  await signInApplicant(walk, hand, applied);
  await hand.press(t('case.book'));
  await hand.press(t('appointment.book'));
  await hand.seesMistakes(1);
  await hand.chooseFirst(t('appointment.free'));
  await hand.press(t('appointment.book'));
  await hand.sees(t('appointment.done'));
  const booked = await walk.pages.owner.many(`SELECT 1 FROM appointment WHERE case_number = $1 AND state = 'booked'`, [
    applied.caseNumber,
  ]);
  assert.equal(booked.length, 1);
}
