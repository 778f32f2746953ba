import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saltedHash } from '../../proof/saltedHash.ts';

test('is HMAC-SHA256 under the salt (RFC 4231, test case 1)', () => {
  assert.equal(
    saltedHash('0b'.repeat(20), 'Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
});

test('refuses a salt that is short or not hex', () => {
  for (const salt of ['', '0b'.repeat(15), 'zz'.repeat(16), '0b'.repeat(16) + '0'])
    assert.throws(() => saltedHash(salt, 'x'), RangeError);
});
