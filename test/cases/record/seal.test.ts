import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { openSeal, seal, unseal } from '../../../cases/record/seal.ts';

describe('the seal', () => {
  it('opens what it sealed, and nothing in which one bit was changed', () => {
    const key = randomBytes(32);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(), fc.nat(7), (content, place, bit) => {
        const sealed = seal(key, content);
        assert.deepEqual(unseal(key, sealed), Buffer.from(content));
        const at = place % sealed.length;
        sealed.writeUInt8(sealed.readUInt8(at) ^ (1 << bit), at);
        assert.throws(() => unseal(key, sealed));
      }),
    );
  });

  it('never seals the same twice alike, and a key of one installation opens nothing of another', () => {
    const [one, other] = [openSeal(randomBytes(32)), openSeal(randomBytes(32))];
    const { plain, sealed } = one.newKey();
    assert.deepEqual(one.openKey(sealed), plain);
    assert.throws(() => other.openKey(sealed));
    assert.notDeepEqual(seal(plain, 'the same'), seal(plain, 'the same'));
    assert.throws(() => openSeal(randomBytes(31)));
  });

  it('an index tells equal from unequal, and its purposes apart', () => {
    const one = openSeal(Buffer.alloc(32, 1));
    assert.equal(one.index('tracking', 'x'), one.index('tracking', 'x'));
    assert.notEqual(one.index('tracking', 'x'), one.index('person', 'x'));
    assert.notEqual(one.index('tracking', 'x'), openSeal(Buffer.alloc(32, 2)).index('tracking', 'x'));
  });
});
