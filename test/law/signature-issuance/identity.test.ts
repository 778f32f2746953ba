import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  type IdentityFinding,
  identityVerdict,
  itemsToCompare,
  MISMATCH_REASONS,
} from '../../../law/signature-issuance/identity.ts';
import { whoMustCome } from '../../../law/signature-issuance/whoMustCome.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';

const equal = (item: IdentityFinding['item']): IdentityFinding => ({ item, originalSeen: true, equal: true });
const ITEMS = ['identity-document', 'photograph'] as const;
const WHOLE = [equal('identity-document'), equal('photograph')];
const taken = { photographTakenIn: true };

describe('who must come', () => {
  const table = [
    [{ applicantKind: 'foreigner' }, 'applicant'],
    [{ applicantKind: 'stateless-person' }, 'applicant'],
    [{ applicantKind: 'citizen-abroad' }, 'applicant'],
    [{ applicantKind: 'foreigner', filedBy: 'representative' }, 'applicant'],
    [{ applicantKind: 'legal-person' }, 'representative'],
    [{ applicantKind: 'legal-person', filedBy: 'representative' }, 'representative'],
  ] as const;
  for (const [application, who] of table)
    it(`R1598/2.12: ${JSON.stringify(application)}: ${who}`, () => assert.equal(whoMustCome(application), who));
});

describe('the items to compare', () => {
  it('R1598/2.12: identity document and photograph always, the power of attorney where there is one', () => {
    assert.deepEqual(itemsToCompare({ filedBy: 'self' }, []), ['identity-document', 'photograph']);
    assert.deepEqual(itemsToCompare({ filedBy: 'representative' }, []), [
      'identity-document',
      'photograph',
      'power-of-attorney',
    ]);
    assert.ok(itemsToCompare({ filedBy: 'self' }, ['power-of-attorney']).includes('power-of-attorney'));
  });
});

describe('the verdict', () => {
  it('R1598/2.14: every original seen and equal, and the photograph taken in: a match', () => {
    assert.deepEqual(identityVerdict(ITEMS, WHOLE, taken), { kind: 'match' });
  });

  for (const reason of MISMATCH_REASONS)
    it(`R1598/2.13: one difference (${reason}) is a mismatch that names it, and needs no photograph`, () => {
      const originalSeen = reason !== 'original-not-presented';
      const findings = [
        { item: 'identity-document', originalSeen, equal: false, reason } as const,
        equal('photograph'),
      ];
      assert.deepEqual(identityVerdict(ITEMS, findings, { photographTakenIn: false }), {
        kind: 'mismatch',
        items: [{ item: 'identity-document', reason }],
      });
      for (const language of ['az', 'en', 'ru'] as const) assert.ok(MISSION_REASONS[reason]?.[language]);
    });

  const notYet: [
    what: string,
    findings: IdentityFinding[],
    photographTakenIn: boolean,
    item: string,
    reason: string,
  ][] = [
    ['nothing of an item', [equal('photograph')], true, 'identity-document', 'item-not-compared'],
    ['an item twice', [...WHOLE, equal('photograph')], true, 'photograph', 'item-compared-twice'],
    [
      'an item not in the case',
      [...WHOLE, equal('power-of-attorney')],
      true,
      'power-of-attorney',
      'item-not-in-the-case',
    ],
    ['no photograph taken in', WHOLE, false, 'photograph', 'photograph-not-taken-in'],
    [
      'equal but not seen',
      [{ ...equal('identity-document'), originalSeen: false }, equal('photograph')],
      true,
      'identity-document',
      'item-contradictory',
    ],
    [
      'different without a reason',
      [{ ...equal('identity-document'), equal: false }, equal('photograph')],
      true,
      'identity-document',
      'item-contradictory',
    ],
    [
      'seen, and said not to have been presented',
      [{ ...equal('identity-document'), equal: false, reason: 'original-not-presented' }, equal('photograph')],
      true,
      'identity-document',
      'item-contradictory',
    ],
  ];
  for (const [what, findings, photographTakenIn, item, reason] of notYet)
    it(`R1598/2.12: ${what}: no verdict yet`, () => {
      assert.deepEqual(identityVerdict(ITEMS, findings, { photographTakenIn }), {
        kind: 'not-yet',
        items: [{ item, reason }],
      });
      assert.ok(MISSION_REASONS[reason]);
    });
});
