import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  describeDocumentProblem,
  DOCUMENT_KINDS,
  DOCUMENT_RULES,
  documentProblem,
  PHOTOGRAPH,
} from '../../../law/signature-issuance/documents.ts';
import type { DocumentKind, FoundFile, ReasonCode } from '../../../law/signature-issuance/documents.ts';
import { REASON_WORDS } from '../../../law/signature-issuance/documentWords.ts';

const picture: FoundFile = { mediaType: 'image/jpeg', bytes: 90_000, width: 413, height: 531, colour: true };
const pdf: FoundFile = { mediaType: 'application/pdf', bytes: 90_000, pages: 2 };

const cases: [DocumentKind, FoundFile, ReasonCode | null][] = [
  ['identity-document', picture, null],
  ['identity-document', { ...picture, mediaType: 'image/png' }, null],
  ['identity-document', pdf, null],
  ['identity-document', { ...picture, width: 1600, height: 900, colour: false }, null],
  ['identity-document', { ...pdf, bytes: 0 }, 'empty'],
  ['identity-document', { ...pdf, bytes: 10_000_000 }, null],
  ['identity-document', { ...pdf, bytes: 10_000_001 }, 'too-large'],
  ['identity-document', { ...pdf, mediaType: null }, 'wrong-type'],
  ['identity-document', { ...picture, mediaType: 'image/gif' }, 'wrong-type'],
  ['identity-document', { ...picture, width: 8000, height: 5000 }, null],
  ['identity-document', { ...picture, width: 8000, height: 5001 }, 'too-many-pixels'],
  ['identity-document', { ...pdf, pages: 0 }, 'no-pages'],
  ['identity-document', { ...pdf, pages: 50 }, null],
  ['identity-document', { ...pdf, pages: 51 }, 'too-many-pages'],
  ['power-of-attorney', pdf, null],
  ['power-of-attorney', picture, null],
  ['power-of-attorney', { ...pdf, pages: 0 }, 'no-pages'],
  ['power-of-attorney', { ...picture, mediaType: 'text/html' }, 'wrong-type'],
  ['photograph', picture, null],
  ['photograph', { ...picture, mediaType: 'image/png', width: 826, height: 1062 }, null],
  ['photograph', pdf, 'wrong-type'],
  ['photograph', { ...picture, bytes: 5_000_000 }, null],
  ['photograph', { ...picture, bytes: 5_000_001 }, 'too-large'],
  ['photograph', { ...picture, width: 412 }, 'too-small'],
  ['photograph', { ...picture, height: 530 }, 'too-small'],
  ['photograph', { ...picture, width: 531, height: 413 }, 'wrong-shape'],
  ['photograph', { ...picture, width: 600, height: 600 }, 'wrong-shape'],
  ['photograph', { ...picture, width: 793, height: 1000 }, null],
  ['photograph', { ...picture, width: 794, height: 1000 }, 'wrong-shape'],
  ['photograph', { ...picture, width: 763, height: 1000 }, null],
  ['photograph', { ...picture, width: 762, height: 1000 }, 'wrong-shape'],
  ['photograph', { ...picture, colour: false }, 'not-in-colour'],
  ['photograph', { ...picture, width: 7000, height: 9000 }, 'too-many-pixels'],
];

const CLAUSES = {
  'identity-document': 'R1598/2.3.1',
  photograph: 'R1598/2.3.2',
  'power-of-attorney': 'R1598/2.3.3',
} as const;

void describe('R1598/2.3.1, R1598/2.3.2, R1598/2.3.3: what each document must be', () => {
  for (const [kind, found, reason] of cases) {
    it(`${CLAUSES[kind]}: ${kind} ${JSON.stringify(found)} is ${reason ?? 'accepted'}`, () => {
      assert.deepEqual(documentProblem(kind, found), reason === null ? null : { reason, clause: CLAUSES[kind] });
    });
  }

  it('R1598/2.3.2: judges what was measured and leaves the rest for later', () => {
    assert.equal(documentProblem('photograph', { mediaType: 'image/png', bytes: 1 }), null);
    assert.equal(documentProblem('identity-document', { mediaType: 'application/pdf', bytes: 1 }), null);
  });
});

void describe('R1598/2.3: which, why, and what would be accepted', () => {
  it('says it for every document and reason, differently in each language', () => {
    for (const kind of DOCUMENT_KINDS) {
      for (const reason of Object.keys(REASON_WORDS) as ReasonCode[]) {
        const said = (['az', 'en', 'ru'] as const).map((language) => describeDocumentProblem(kind, reason, language));
        for (const part of ['reason', 'accepted'] as const) assert.equal(new Set(said.map((s) => s[part])).size, 3);
        assert.match(said[2]!.reason, /[а-я]/);
      }
    }
  });

  it('names the document first', () => {
    assert.deepEqual(describeDocumentProblem('photograph', 'not-in-colour', 'az'), {
      reason: 'Fotoşəkil: fotoşəkil rəngli deyil.',
      accepted:
        'Rəngli, şaquli fotoşəkil: 3,5x4,5 sm, ən azı 413 x 531, ən çoxu 40 milyon piksel; JPEG və ya PNG; həcmi ən çoxu 5 MB.',
    });
    assert.match(describeDocumentProblem('power-of-attorney', 'locked', 'ru').reason, /^Доверенность: /);
  });

  it('tells the limits that the rules hold', () => {
    for (const kind of DOCUMENT_KINDS) {
      const rule = DOCUMENT_RULES[kind];
      const numbers = [rule.maxBytes / 1e6, rule.maxPixels / 1e6];
      if (kind === 'photograph') numbers.push(PHOTOGRAPH.minWidth, PHOTOGRAPH.minHeight);
      else numbers.push(rule.maxPages);
      for (const language of ['az', 'en', 'ru'] as const) {
        const said = describeDocumentProblem(kind, 'empty', language).accepted.match(/\d+/g);
        for (const number of numbers) assert.ok(said?.includes(String(number)), `${kind} ${language} ${number}`);
      }
    }
  });
});
