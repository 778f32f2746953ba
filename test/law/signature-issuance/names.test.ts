import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { icaoName, isName, isSameName } from '../../../law/signature-issuance/names.ts';

for (const [name, icao] of [
  ['İlqar Məmmədov', 'ILQAR MEMMEDOV'],
  ['Işıq', 'ISIQ'],
  ['Çinarə Gözəl', 'CINARE GOEZEL'],
  ['Müller-Lüdenscheidt', 'MUELLER LUEDENSCHEIDT'],
  ['Strauß', 'STRAUSS'],
  ["O’Connor d'Arc", 'OCONNOR DARC'],
  ['Nguyễn Thế', 'NGUYEN THE'],
  ['Łukasz Øre Þór', 'LUKASZ OERE THOR'],
  ['Щербакова Юлия', 'SHCHERBAKOVA IULIIA'],
  ['Ёлкин Подъячий', 'ELKIN PODIEIACHII'],
  ['  de   la\tCruz ', 'DE LA CRUZ'],
] as const) {
  test(`R1598/A: ${name.trim()} in a machine-readable zone is ${icao}`, () => assert.equal(icaoName(name), icao));
}

for (const [a, b] of [
  ['ilqar', 'İLQAR'],
  ['ılqım', 'ILQIM'],
  ['ILQAR', 'i\u0307lqar'],
  ['Məmmədov', 'MAMMADOV'],
  ['Məmmədov', 'Memmedov'],
  ['Məmmədov', 'Мәммәдов'],
  ['Qasımov', 'Гасымов'],
  ['Müller', 'MULLER'],
  ['Müller', 'MUELLER'],
  ['Гриценко', 'HRYTSENKO'],
  ['Живојиновић', 'ZIVOJINOVIC'],
  ['Ángel', 'A\u0301ngel'],
] as const) {
  test(`R1598/A: ${a} and ${b} are one name`, () => assert.ok(isSameName(a, b)));
}

for (const [a, b] of [
  ['Əliyev', 'Vəliyev'],
  ['Mueller', 'Muller'],
  ['Anna', 'Annа б'],
  ['', ''],
  ['-', "'"],
] as const) {
  test(`R1598/A: "${a}" and "${b}" are not one name`, () => assert.equal(isSameName(a, b), false));
}

const AZERBAIJANI = 'abcçdeəfgğhxıijkqlmnoöprsştuüvyz';
const CYRILLIC = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўђѓјљњћќџәғҝөүһҹ';
const EUROPEAN = 'áàâäåãæčďđéèêëěíîïłñňóôøœřśšßťþúùûýžż';
const letters = (alphabet: string) => fc.constantFrom(...alphabet);
const word = fc
  .array(fc.oneof(letters(AZERBAIJANI), letters(CYRILLIC), letters(EUROPEAN)), { minLength: 1, maxLength: 12 })
  .map((chosen) => chosen.join(''));
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const hasLetters = (typed: string) => icaoName(typed) !== '';

test('R1598/A: whatever the name, its transliteration is A-Z with single spaces, and stays itself', () => {
  fc.assert(
    fc.property(name, (typed) => {
      const icao = icaoName(typed);
      assert.match(icao, /^([A-Z]+( [A-Z]+)*)?$/);
      assert.equal(icaoName(icao), icao);
    }),
  );
});

test('R1598/A: a name is the same name composed, decomposed, in Turkic and other capitals, and as transliterated', () => {
  fc.assert(
    fc.property(name.filter(hasLetters), (typed) => {
      const forms = [
        typed,
        typed.normalize('NFD'),
        typed.toUpperCase(),
        typed.toLocaleUpperCase('az'),
        icaoName(typed),
      ];
      for (const form of forms) assert.ok(isSameName(typed, form), form);
    }),
  );
});

test('R1598/A: sameness goes both ways', () => {
  fc.assert(fc.property(name, name, (a, b) => isSameName(a, b) === isSameName(b, a)));
});

test('R1598/A: a name with a letter more, of A-Z, is another name', () => {
  const latin = fc.string({ unit: letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(latin, letters('ABCDEFGHIJKLMNOPQRSTUVWXYZ'), (typed, more) => !isSameName(typed, typed + more)),
  );
});

test('R1598/A: what can be a name', () => {
  for (const typed of ['Əli', 'Ёлкин', "d'Arc", 'Anna-Mária', 'Jr.', 'i\u0307lqar']) assert.ok(isName(typed), typed);
  for (const typed of ['R2D2', '麗', '-', '...', 'a@b', 'Αλέξης']) assert.equal(isName(typed), false, typed);
});
