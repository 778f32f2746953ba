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

const walk = (journey: JourneyName, language: Language, mode: Mode) => {
  test(`${JOURNEYS[journey].of}: ${journey} in ${language}, ${mode}`, () =>
    walkJourney(walks, { journey, language, mode }));
};

const LANGUAGES = ['az', 'en', 'ru'] as const;

// Every journey once on a telephone of 360 pixels; the main deeds by the keyboard alone and without scripts too.
for (const [at, journey] of (Object.keys(JOURNEYS) as JourneyName[]).entries())
  walk(journey, LANGUAGES[at % 3] ?? 'az', 'telephone');
for (const [at, journey] of (['apply', 'review', 'counter'] as const).entries()) {
  walk(journey, LANGUAGES[(at + 1) % 3] ?? 'az', 'keyboard');
  walk(journey, LANGUAGES[(at + 2) % 3] ?? 'az', 'no-script');
}
