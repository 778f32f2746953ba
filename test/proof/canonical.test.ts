import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalText, readCanonical } from '../../proof/canonical.ts';

test('writes the example of RFC 8785, section 3.2.2, as the standard prints it', () => {
  const value: unknown = JSON.parse(String.raw`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  }`);
  const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  assert.equal(canonicalText(value), expected);
});

test('orders members by UTF-16 code units', () => {
  assert.equal(
    canonicalText({ '\u20ac': 1, '\r': 2, '1': 3, '\u{1f600}': 4, '\ufb33': 5 }),
    '{"\\r":2,"1":3,"€":1,"😀":4,"\ufb33":5}',
  );
});

test('refuses what JSON cannot hold', () => {
  for (const value of [undefined, Number.NaN, { a: Infinity }, 'a\ud800'])
    assert.throws(() => canonicalText(value), Error);
});

test('reads only a text that is canonical as it stands', () => {
  assert.deepEqual(readCanonical('{"a":1,"b":[null]}'), { value: { a: 1, b: [null] } });
  for (const text of ['{"b":1,"a":1}', '{"a": 1}', '{"a":1,"a":1}', '{"a":1.0}', '{"a":1', ''])
    assert.equal(readCanonical(text), null, text);
});
