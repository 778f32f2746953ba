import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showsLook } from '../../../law/signature-issuance/whoLooked.ts';

test('S1598/2.1: every office’s look is shown; the security services’ only where an act is named (ADR 37)', () => {
  const look = (body: string | null) => ({ capacity: 'reviewer', body, post: null });
  assert.equal(showsLook(look('internal-affairs'), 'none'), true);
  assert.equal(showsLook(look(null), 'none'), true);
  for (const body of ['state-security', 'foreign-intelligence']) {
    assert.equal(showsLook(look(body), 'none'), false);
    assert.equal(showsLook(look(body), { act: 'an act' }), true);
  }
});
