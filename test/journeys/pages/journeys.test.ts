import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Language } from '../../../law/languages.ts';
import { closeBrowser } from '../../support/browser.ts';
import type { Mode } from '../hand.ts';
import { type JourneyName, JOURNEYS } from '../roles/journeys.ts';
import { openWalks } from '../roles/walk.ts';
import { walkJourney } from '../walkJourney.ts';

let walks: Awaited<ReturnType<typeof openWalks>>;
before(async () => {
  walks = await openWalks();
});
after(async () => {
  await closeBrowser();
  await walks.stop();
});

/**
 * Every journey once, in every language and way somewhere among them, and the applicant, the reviewer and the counter in
 * each way; all of them in all by `npm run prove -- journeys`.
 */
const WALKED: readonly [JourneyName, Language, Mode][] = [
  ['apply', 'az', 'no-script'],
  ['follow', 'ru', 'telephone'],
  ['mend', 'en', 'keyboard'],
  ['appointment', 'az', 'desk'],
  ['review', 'az', 'keyboard'],
  ['review', 'en', 'no-script'],
  ['review', 'ru', 'telephone'],
  ['counter', 'az', 'telephone'],
  ['counter', 'ru', 'keyboard'],
  ['counter', 'en', 'no-script'],
  ['custody', 'en', 'telephone'],
  ['register', 'ru', 'desk'],
  ['operate', 'az', 'no-script'],
  ['calendar', 'az', 'telephone'],
  ['audit', 'ru', 'keyboard'],
  ['check', 'en', 'no-script'],
  ['mayApply', 'ru', 'desk'],
];

test('no journey is left out', () => {
  assert.deepEqual([...new Set(WALKED.map(([journey]) => journey))].sort(), Object.keys(JOURNEYS).sort());
});

for (const [journey, language, mode] of WALKED)
  test(`${JOURNEYS[journey].of}: ${journey} in ${language}, ${mode}`, () =>
    walkJourney(walks, { journey, language, mode }));
