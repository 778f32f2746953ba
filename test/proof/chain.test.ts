import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonicalText } from '../../proof/canonical.ts';
import { type EvidenceRow, faultOfRow, FIRST_PREVIOUS, rowHash } from '../../proof/chain.ts';

const AT = '2026-04-02T20:00:00.003Z';

function row(seq: number, previous: string, extra: object = {}): EvidenceRow {
  const chain = 'case:QR-2026-000001';
  const body = canonicalText({ chain, seq, at: AT, what: 'registered', ...extra });
  return { chain, seq, at: AT, body, previous, hash: rowHash(previous, body) };
}

test('hashes the hash before, a line feed and the text (as sha256sum says)', () => {
  assert.equal(FIRST_PREVIOUS.length, 64);
  assert.equal(rowHash(FIRST_PREVIOUS, '{"a":1}'), 'f21735afd2cd6af4fc5804b0045cebfd545aef8396d29d030c39cb8880b45b7f');
});

test('finds nothing wrong with rows that follow one another', () => {
  const first = row(1, FIRST_PREVIOUS);
  assert.equal(faultOfRow(first, null), null);
  assert.equal(faultOfRow(row(2, first.hash), first), null);
});

test('names what is wrong with a row', () => {
  const first = row(1, FIRST_PREVIOUS);
  const second = row(2, first.hash);
  const rehashed = (body: string) => ({ ...second, body, hash: rowHash(second.previous, body) });
  assert.equal(faultOfRow(second, null), 'out-of-order');
  assert.equal(faultOfRow(row(3, first.hash), first), 'out-of-order');
  assert.equal(faultOfRow(row(2, FIRST_PREVIOUS), first), 'wrong-previous');
  assert.equal(faultOfRow({ ...second, body: second.body.replace('registered', 'approved') }, first), 'wrong-hash');
  assert.equal(faultOfRow({ ...second, hash: FIRST_PREVIOUS }, first), 'wrong-hash');
  assert.equal(faultOfRow(rehashed(second.body.replace('{', '{ ')), first), 'not-canonical');
  assert.equal(faultOfRow({ ...second, at: '2026-04-02T20:00:00.004Z' }, first), 'not-its-own-text');
  assert.equal(faultOfRow(row(2, first.hash, { chain: 'installation' }), first), 'not-its-own-text');
  assert.equal(faultOfRow(row(2, first.hash, { seq: 3 }), first), 'not-its-own-text');
  assert.equal(faultOfRow(rehashed('null'), first), 'not-its-own-text');
});
