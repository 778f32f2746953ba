import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeItem } from '../../../law/signature-issuance/completeness.ts';
import { DOCUMENT_KINDS } from '../../../law/signature-issuance/documents.ts';
import { FIELDS } from '../../../law/signature-issuance/fields.ts';
import { MISSION_IDS, missionName, missionsIn } from '../../../law/signature-issuance/missions.ts';
import { REASONS } from '../../../law/signature-issuance/reasons.ts';
import { fieldWords } from '../../../law/signature-issuance/words/fieldWords.ts';

const LANGUAGES = ['az', 'en', 'ru'] as const;

for (const language of LANGUAGES) {
  test(`Q191/7.4: every field has a name and every reason its words and its mending in ${language}`, () => {
    const fields = FIELDS.map(({ field, annex }) => ({ field, annex }));
    const uploads = DOCUMENT_KINDS.map((kind) => ({ field: `/documents/${kind}`, annex: '' }));
    for (const place of [...fields, ...uploads]) {
      const { label } = describeItem({ ...place, reason: 'missing', clause: 'R1598/A' }, language);
      assert.match(label, place.annex === '' ? /^\p{Lu}/u : new RegExp(`^${place.annex.replaceAll('.', '\\.')}\\. .`));
    }
    for (const reason of REASONS) {
      const said = describeItem({ field: '/use', annex: '2', reason, clause: 'R1598/A' }, language);
      assert.match(said.reason, /[.)]$/, reason);
      assert.match(said.mend, /\.$/, reason);
    }
    for (const id of MISSION_IDS) assert.match(missionName(id, language), /^\p{Lu}.*, \p{Ll}/u);
  });
}

test('Q191/7.4: Russian is written in Cyrillic, Azerbaijani and English are not', () => {
  for (const reason of REASONS) {
    const said = LANGUAGES.map((language) =>
      describeItem({ field: '/service', annex: '', reason, clause: 'R1598/A' }, language),
    );
    assert.deepEqual(
      said.map(({ reason: text }) => /\p{Script=Cyrillic}/u.test(text)),
      [false, false, true],
      reason,
    );
  }
});

test('R1598/A: the names of the fields in Azerbaijani are the words of the Annex', () => {
  for (const [field, words] of [
    ['/applicant/surname', 'Soyadı'],
    ['/representative/surname', 'Soyadı'],
    ['/applicant/registeredAddress', 'Qeydiyyatda olduğu ünvan'],
    ['/applicant/sealAuthority', 'Möhür səlahiyyəti'],
    ['/applicant/secretAnswer', 'Gizli suala cavab (parol)'],
    ['/sealUse', 'Möhür kimi istifadə edilən gücləndirilmiş imzanın istifadə sahəsi'],
  ] as const)
    assert.equal(fieldWords(field, 'az'), words);
  assert.throws(() => fieldWords('/applicant/fin', 'az'), /no field/);
});

test('R1598/2.3.2: a document not uploaded is asked for with what would be accepted', () => {
  const item = { field: '/documents/photograph', annex: '', reason: 'not-uploaded', clause: 'R1598/2.3.2' } as const;
  assert.match(describeItem(item, 'en').mend, /Upload the file\. .*413 x 531/);
});

test('R1598/2.1: missions are proposed by the country of residence (3.7) and the day', () => {
  assert.deepEqual(missionsIn('TUR', '2026-03-18'), ['ankara', 'istanbul', 'kars']);
  assert.deepEqual(missionsIn('ISR', '2023-03-28'), []);
  assert.deepEqual(missionsIn('ISR', '2023-03-29'), ['tel-aviv']);
  assert.deepEqual(missionsIn('NRU', '2026-03-18'), []);
  assert.equal(missionName('istanbul', 'az'), 'İstanbul, baş konsulluq');
});
