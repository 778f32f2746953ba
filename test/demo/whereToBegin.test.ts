import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { DEMO_OFFICIALS } from '../../adapters/sign-in/demoOfficials.ts';
import { BEGINNINGS, whereToBegin } from '../../demo/whereToBegin.ts';
import { PAGES } from '../../pages/createPages.ts';
import { HOMES } from '../../pages/sign-in/homes.ts';

const DEMO = join(import.meta.dirname, '..', '..', 'demo');

test('every person begins at a page that is his, and each role has a line with its home', () => {
  const roles = BEGINNINGS.flatMap(({ as, path }) => {
    if (as === null) return [];
    const official = DEMO_OFFICIALS.find(({ sub }) => sub === as);
    const role = official?.role as keyof typeof HOMES;
    assert.ok(
      PAGES.some((page) => page.path === path && typeof page.who !== 'string' && page.who.includes(role)),
      `${path} is not a page of ${as}`,
    );
    return HOMES[role] === path ? [role] : [];
  });
  assert.deepEqual(roles.sort(), Object.keys(HOMES).sort());
  for (const { as, path } of BEGINNINGS.filter((one) => one.as === null))
    assert.ok(
      PAGES.some((page) => page.path === path && typeof page.who === 'string'),
      `${path} ${as}`,
    );
});

test('the lines name addresses in the language asked for', () => {
  for (const language of ['az', 'en', 'ru'] as const) {
    const lines = whereToBegin('http://127.0.0.1:3000', language);
    assert.equal(lines.length, BEGINNINGS.length + 2);
    assert.ok(lines.some((line) => line.includes(`http://127.0.0.1:3000/${language}/operator`)));
  }
});

test('every page that the demo names in its sentences is one of ours', () => {
  const named = globSync('*.ts', { cwd: DEMO }).flatMap((file) =>
    [...readFileSync(join(DEMO, file), 'utf8').matchAll(/\btell\([^;]*?'(\/[a-z/-]+)',?\s*\);/g)].map(
      ([, path = '']) => path,
    ),
  );
  assert.ok(named.length > 20);
  for (const path of named)
    assert.ok(
      PAGES.some((page) => page.path === path),
      path,
    );
});
