import assert from 'node:assert/strict';
import { applyOverApi } from '../../pages/applying.ts';
import type { Walk } from './walk.ts';

/** R1598/2.8: a reviewer says "nothing against" one file and gives a negative opinion on another, with a mistake on the way. */
export async function review({ pages, person }: Walk): Promise<void> {
  const { caseNumber: refused } = await applyOverApi(pages);
  const { caseNumber: passed } = await pages.register();
  for (const caseNumber of [refused, passed]) await pages.deliver(caseNumber);
  const hand = await person();
  const t = hand.words('reviewer');
  await hand.signIn('internal-affairs-reviewer-1');
  await hand.follow(passed);
  await hand.press(t('file.nothingAgainst'));
  assert.deepEqual(await opinionOn(pages, passed), [{ kind: 'nothing-against', effect: 'noted' }]);
  await hand.open('/reviewer');
  await hand.follow(refused);
  assert.equal(await hand.main.getByRole('img').count(), 2, 'picture and passport on one screen');
  await hand.press(t('file.negative'));
  await hand.write(t('negative.code'), 'K'.repeat(120));
  await hand.write(t('negative.grounds'), 'Əsas');
  await hand.press(t('negative.button'));
  await hand.seesMistakes(1);
  assert.equal(await hand.main.getByLabel(t('negative.grounds'), { exact: true }).inputValue(), 'Əsas', 'it is kept');
  await hand.write(t('negative.code'), 'K-1');
  await hand.press(t('negative.button'));
  assert.deepEqual(await opinionOn(pages, refused), [{ kind: 'negative', effect: 'ended-the-case' }]);
}

function opinionOn(pages: Walk['pages'], caseNumber: string) {
  return pages.owner.many(`SELECT kind, effect FROM opinion WHERE case_number = $1`, [caseNumber]);
}
