import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { PAGES } from '../../../pages/createPages.ts';
import { fetched, looks, SEEN_ELSEWHERE } from '../../looking/looks.ts';
import { NO_MISTAKES, states } from '../../looking/states.ts';
import { isMistaken, sweep } from '../../looking/sweep.ts';
import { type LookingWorld, openLookingWorld } from '../../looking/world.ts';
import { closeBrowser, DESK, PHONE } from '../../support/browser.ts';

let world: LookingWorld;
before(async () => {
  world = await openLookingWorld();
});
after(async () => {
  await closeBrowser();
  await world.stop();
});

test('every page of PAGES has a look, and every form a state with mistakes', () => {
  const looked = new Set([...looks(world), ...fetched(world)].map(({ page }) => page));
  const paths = PAGES.map(({ path }) => path);
  assert.deepEqual(
    paths.filter((path) => !looked.has(path) && !(path in SEEN_ELSEWHERE)),
    [],
    'pages that nobody looks at: name them in test/looking/looks.ts',
  );
  const known = [...looked, ...Object.keys(SEEN_ELSEWHERE)];
  assert.deepEqual(
    known.filter((path) => !paths.includes(path)),
    [],
    'looks at pages that are no more',
  );
  const mistaken = new Set(
    states(world)
      .filter(isMistaken)
      .map(({ page }) => page),
  );
  assert.deepEqual(
    PAGES.filter(({ path, post }) => post !== undefined && !mistaken.has(path) && !(path in NO_MISTAKES)).map(
      ({ path }) => path,
    ),
    [],
    'forms whose mistakes nobody looks at: name them in test/looking/states.ts',
  );
});

test('what is a file is served to whom it is for', async () => {
  for (const { page, who, at, leadsTo } of fetched(world)) {
    const got = await (await world.visitors.of(who)).get(`/az${at}`);
    assert.equal(got.status, 200, page);
    if (leadsTo !== undefined) assert.match(got.url, leadsTo);
  }
});

test('every page at 360 pixels, every error state at 1280: axe (WCAG 2.2 AA) and html-validate find nothing', async () => {
  const all = [...looks(world), ...states(world)];
  const names = all.map(({ name }) => name);
  assert.deepEqual(names, [...new Set(names)], 'each look has a name of its own');
  // At both sizes and in three languages by `npm run prove -- journeys`.
  assert.deepEqual(await sweep(world, all, 'az', (look) => [isMistaken(look) ? DESK : PHONE]), []);
});
