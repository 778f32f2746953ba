import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ITEM_KINDS } from '../../law/signature-issuance/custody.ts';
import { LANGUAGES } from '../../law/languages.ts';
import { CONTRACT_REASONS } from '../../law/signature-issuance/words/contractReasons.ts';
import { CUSTODY_REASONS } from '../../law/signature-issuance/words/custodyReasons.ts';
import { MISSION_REASONS } from '../../law/signature-issuance/words/missionReasons.ts';
import { sayItem } from '../../pages/sayItem.ts';

test('what a refusal names is said in the reader’s words, not by a code', () => {
  assert.equal(sayItem('2027-02-01', 'ru'), '1 февраля 2027, понедельник');
  assert.equal(sayItem('identity-document', 'en'), 'Copy of the identity document');
  assert.equal(sayItem('certificate-contract/M-1/2026/2', 'en'), 'certificate contract M-1/2026/2');
  assert.equal(sayItem('token/8994', 'ru'), 'токен 8994');
  assert.equal(sayItem('10:30', 'az'), '10:30');
  for (const kind of ITEM_KINDS.filter((one) => one.includes('-')))
    for (const language of LANGUAGES) assert.ok(!sayItem(kind, language).includes(kind), kind);
});

test('no reason that a page shows speaks of a field of the JSON API', () => {
  for (const reasons of [CONTRACT_REASONS, CUSTODY_REASONS, MISSION_REASONS])
    for (const [reason, words] of Object.entries(reasons))
      for (const language of LANGUAGES) assert.doesNotMatch(words[language] ?? '', /items/, `${reason} ${language}`);
});
