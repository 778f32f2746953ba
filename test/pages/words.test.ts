import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { areaOf } from '../../pages/serve.ts';
import { PAGES } from '../../pages/createPages.ts';
import { sayIn, WORDS } from '../../pages/rendering/words.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'pages');
const equals = JSON.parse(readFileSync(join(FOLDER, 'words', 'allowed-equals.json'), 'utf8')) as Record<
  string,
  string[]
>;

for (const [area, words] of WORDS) {
  test(`the words of ${area === '' ? 'every page' : area} exist in three languages, none left in English`, () => {
    const keys = Object.keys(words.en).sort();
    assert.deepEqual(Object.keys(words.az).sort(), keys);
    assert.deepEqual(Object.keys(words.ru).sort(), keys);
    const allowed = new Set(equals[area] ?? []);
    const gaps = (text: string) => [...new Set(Array.from(text.matchAll(/\{(\w+)[|}]/g), ([, gap]) => gap))].sort();
    for (const key of keys) {
      const [az = '', en = '', ru = ''] = [words.az[key], words.en[key], words.ru[key]];
      assert.ok(az.trim() && en.trim() && ru.trim(), `${key} says nothing`);
      assert.deepEqual(gaps(az), gaps(en), `${key}: az fills other gaps`);
      assert.deepEqual(gaps(ru), gaps(en), `${key}: ru fills other gaps`);
      if (allowed.has(key)) continue;
      assert.notEqual(az, en, `${key} in az is its English`);
      assert.notEqual(ru, en, `${key} in ru is its English`);
    }
    for (const key of allowed)
      assert.ok(words.az[key] === words.en[key] || words.ru[key] === words.en[key], `${key} need not be allowed`);
  });
}

test('every key a template names has words, in its own area or in those of every page', () => {
  const every = WORDS.get('')?.en ?? {};
  for (const file of globSync('**/*.njk', { cwd: FOLDER })) {
    const area = areaOf(`/${file}`);
    const own = WORDS.get(area)?.en ?? {};
    const text = readFileSync(join(FOLDER, file), 'utf8');
    for (const [, key = ''] of text.matchAll(/\bt\('([\w.-]+)'\s*[,)]/g))
      assert.ok(key in own || key in every, `${file} says ${key}, which has no words`);
  }
});

test('docs/words.md names keys that there are, in the area it names them in', () => {
  const text = readFileSync(join(FOLDER, '..', 'docs', 'words.md'), 'utf8');
  const sections = [...text.matchAll(/^### (az|ru): (.+)$([\s\S]*?)(?=^##)/gm)];
  assert.ok(sections.length > 10);
  for (const [, language = '', area = '', rows = ''] of sections) {
    const words = WORDS.get(area === 'every page' ? '' : area)?.[language as 'az' | 'ru'] ?? {};
    for (const [, key = ''] of rows.matchAll(/^\| `([^`]+)`/gm)) assert.ok(key in words, `${language} ${area}: ${key}`);
  }
});

test('a word goes with its number: two forms in English, one, few, many in Russian', () => {
  const say = (language: 'en' | 'ru', days: number) => sayIn('', language)('left.days', { days, hours: 1 });
  assert.deepEqual(
    [1, 2, 5].map((days) => say('en', days)),
    ['1 working day and 1 h', '2 working days and 1 h', '5 working days and 1 h'],
  );
  assert.deepEqual(
    [1, 2, 5, 21].map((days) => say('ru', days)),
    ['1 рабочий день и 1 ч', '2 рабочих дня и 1 ч', '5 рабочих дней и 1 ч', '21 рабочий день и 1 ч'],
  );
});

test('what was tried again and what was measured goes with its number too', () => {
  const retried = (language: 'en' | 'ru', n: number) =>
    sayIn('operator', language)('case.retried', { n }).split(/[.] | brought/)[0];
  assert.deepEqual(
    [1, 2].map((n) => retried('en', n)),
    ['1 attempt was', '2 attempts were'],
  );
  assert.deepEqual(
    [1, 2, 5, 21].map((n) => retried('ru', n)),
    [
      'На сейчас перенесена 1 попытка',
      'На сейчас перенесены 2 попытки',
      'На сейчас перенесено 5 попыток',
      'На сейчас перенесена 21 попытка',
    ],
  );
  const measured = (language: 'en' | 'ru', median: number) =>
    sayIn('public', language)('about.measuredMedian', { median });
  assert.match(measured('en', 1), /at most 1 working day in/);
  assert.match(measured('ru', 1), /не более 1 рабочего дня[.]/);
  assert.match(measured('ru', 3), /не более 3 рабочих дней[.]/);
});

test('no Azerbaijani sentence hangs an ending on a gap: it follows the vowel of what fills it (2026-cı, 2027-ci)', () => {
  const root = join(FOLDER, '..');
  const files = [
    ...globSync('pages/**/words/az.json', { cwd: root }),
    ...globSync('{api,cases,commands,demo,law}/**/*.ts', { cwd: root }),
  ];
  assert.ok(files.length > 100);
  for (const file of files)
    assert.doesNotMatch(
      readFileSync(join(root, file), 'utf8'),
      /\}[-’']?(c[iıuü]|n[iıuü]n|d[aə]n?)(?![a-zəğıöüçş])/u,
      file,
    );
});

test('no two pages have one path', () => {
  const paths = PAGES.map(({ path }) => path);
  assert.deepEqual(paths, [...new Set(paths)]);
});
