import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newTrackingCode, readTrackingCode } from '../../../cases/signature-issuance/trackingCode.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('a tracking code', () => {
  it('is seven groups of four, and reads as itself however it is typed', () => {
    for (let n = 0; n < 200; n += 1) {
      const code = newTrackingCode();
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
      const typed = code
        .toLowerCase()
        .replaceAll('-', n % 2 ? ' ' : '')
        .replaceAll('0', 'O')
        .replaceAll('1', n % 3 ? 'l' : 'I');
      assert.equal(readTrackingCode(` ${typed} `), code);
    }
  });

  it('with any one letter mistyped is no code', () => {
    fc.assert(
      fc.property(fc.nat(27), fc.integer({ min: 1, max: 31 }), (place, shift) => {
        const letters = [...newTrackingCode().replaceAll('-', '')];
        const right = ALPHABET.indexOf(letters[place] ?? '');
        letters[place] = ALPHABET.charAt((right + shift) % 32);
        assert.equal(readTrackingCode(letters.join('')), null);
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const read = readTrackingCode(typed);
        assert.ok(read === null || /^[0-9A-Z-]{34}$/.test(read));
      }),
    );
  });
});
