import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const PAGES = [
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...globSync('docs/**/*.md', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/')),
];
const versions = z.record(z.string(), z.string());
const manifest = z
  .object({
    dependencies: versions,
    optionalDependencies: versions,
    devDependencies: versions,
    scripts: versions,
  })
  .parse(JSON.parse(textOf('package.json')));

test('every link of a page leads to a file that is there', () => {
  const broken = PAGES.flatMap((page) =>
    Array.from(textOf(page).matchAll(/\]\((?!https?:|#)([^)#]+)/g), ([, target = '']) => ({ page, target })).filter(
      ({ target }) => !existsSync(join(ROOT, dirname(page), target)),
    ),
  );
  assert.deepEqual(broken, []);
});

test('a decision record is numbered without a gap, and names files that are there', () => {
  const records = PAGES.filter((page) => page.startsWith('docs/adr/')).sort();
  assert.deepEqual(
    records.map((page) => Number(page.slice('docs/adr/'.length, 'docs/adr/0000'.length))),
    records.map((_page, at) => at + 1),
  );
  for (const page of records) {
    const [, code = ''] = /^In code: (.+)\.$/m.exec(textOf(page)) ?? [];
    const named = Array.from(code.matchAll(/`([^`]+)`/g), ([, file = '']) => file);
    assert.ok(named.length > 0, `${page} names no code`);
    let folder = '';
    for (const file of named) {
      if (file.includes('/')) folder = file.endsWith('/') ? file : dirname(file);
      assert.ok(existsSync(join(ROOT, file.includes('/') ? file : join(folder, file))), `${page}: ${file}`);
    }
  }
});

test('docs/dependencies.md lists what package.json has, in its versions', () => {
  const rows = Array.from(
    textOf('docs/dependencies.md').matchAll(/^\| (\S+) +\| (\d\S*) +\|/gm),
    ([, name, version]) => [name, version],
  );
  const { dependencies, optionalDependencies, devDependencies } = manifest;
  const had = [dependencies, optionalDependencies, devDependencies].flatMap((group) => Object.entries(group));
  assert.deepEqual(rows.toSorted(), had.toSorted());
});

test('docs/running.md explains every setting, and none that is not read', () => {
  const read = Array.from(textOf('config/env.ts').matchAll(/^ {2}(MOHLET_\w+):/gm), ([, name = '']) => name);
  const rows = textOf('docs/running.md')
    .split('\n')
    .filter((line) => line.startsWith('| `MOHLET_'));
  const explained = rows.flatMap((row) =>
    Array.from((row.split('|')[1] ?? '').matchAll(/MOHLET_\w+/g), ([name]) => name),
  );
  assert.ok(read.length > 30);
  assert.deepEqual(explained.toSorted(), read.toSorted());
});

test('every npm script that a page tells of is there', () => {
  const told = PAGES.flatMap((page) =>
    Array.from(textOf(page).matchAll(/npm run (?:-s )?([\w:]+)/g), ([, script = '']) => script),
  );
  assert.deepEqual(
    told.filter((script) => manifest.scripts[script] === undefined),
    [],
  );
});

test('README shows as many migrations applied as there are', () => {
  const [, told] = /(\d+) applied, a rehearsal/.exec(textOf('README.md')) ?? [];
  assert.equal(Number(told), globSync('prisma/migrations/*/migration.sql', { cwd: ROOT }).length);
});
