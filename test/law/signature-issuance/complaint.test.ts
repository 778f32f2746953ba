import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintAct } from '../../../law/signature-issuance/complaint.ts';

test('R1598/1.5: complaints are ruled by another act, named in each language by the day', () => {
  const names = (['az', 'en', 'ru'] as const).map((language) => complaintAct('2026-03-16', language));
  assert.match(names[0] ?? '', /İnzibati icraat haqqında/);
  assert.match(names[1] ?? '', /Administrative Proceedings/);
  assert.match(names[2] ?? '', /Об административном производстве/);
});

test('R1598/1.5: before the act was in force none is named', () => {
  assert.throws(() => complaintAct('2010-12-31', 'en'), /no act on complaints was in force on 2010-12-31/);
});
