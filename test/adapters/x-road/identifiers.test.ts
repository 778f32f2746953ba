import assert from 'node:assert/strict';
import test from 'node:test';
import { clientHeader, isSameClient, readClientHeader, servicePath } from '../../../adapters/x-road/identifiers.ts';

const odd = { instance: 'AZ', memberClass: 'GOV', member: 'A/B', subsystem: 'möhlət' };

test('an identifier is written with each part percent-encoded, and read back the same', () => {
  assert.equal(clientHeader(odd), 'AZ/GOV/A%2FB/m%C3%B6hl%C9%99t');
  assert.deepEqual(readClientHeader(clientHeader(odd)), odd);
  assert.equal(servicePath({ ...odd, service: 'opinions' }, 'stop'), '/r1/AZ/GOV/A%2FB/m%C3%B6hl%C9%99t/opinions/stop');
});

for (const value of ['', 'AZ/GOV/DIN', 'AZ/GOV/DIN/a/b', 'AZ/GOV//a', 'AZ/GOV/DIN/%E0%A4%A']) {
  test(`"${value}" is no identifier of a subsystem`, () => {
    assert.equal(readClientHeader(value), null);
  });
}

test('an encoded slash does not turn one member into another', () => {
  assert.equal(isSameClient(odd, { instance: 'AZ', memberClass: 'GOV', member: 'A', subsystem: 'B' }), false);
  assert.equal(isSameClient(odd, { ...odd }), true);
});
