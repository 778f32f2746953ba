import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beginning } from '../../../pages/rendering/beginning.ts';

test('a heading begins with a large letter of its language', () => {
  assert.equal(beginning('kuryer 7', 'az'), 'Kuryer 7');
  assert.equal(beginning('imza', 'az'), 'İmza');
  assert.equal(beginning('imza', 'en'), 'Imza');
  assert.equal(beginning('центр «E-imza»', 'ru'), 'Центр «E-imza»');
  assert.equal(beginning('“Azercell” mobil operatoru', 'az'), '“Azercell” mobil operatoru');
});
