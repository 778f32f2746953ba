import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type HandedItem, isTaker, mayHandOver } from '../../../law/signature-issuance/custody.ts';
import {
  faultOfEntry,
  isAwaitingItems,
  itemsNeeded,
  type KnownItem,
} from '../../../law/signature-issuance/custodyItems.ts';
import { settled } from '../../../law/signature-issuance/differences.ts';
import { CUSTODY_REASONS } from '../../../law/signature-issuance/words/custodyReasons.ts';
import type { Party } from '../../../law/signature-issuance/parties.ts';

const PARTIES: readonly Party[] = [
  'centre:e-imza',
  'centre:asan',
  'portal-operator',
  'ministry:foreign-affairs',
  'ministry:communications',
  'courier:7',
  'courier:8',
  'mission:berlin',
  'mission:paris',
  'mobile-operator:azercell',
  'mobile-operator:nar',
  'applicant',
];
const token: HandedItem = { kind: 'token', state: 'sound', maker: 'centre:e-imza', bundled: null };
const running = { mission: 'berlin', endedUnissued: false };
const ended = { mission: 'berlin', endedUnissued: true };

/** Every step that is allowed, of all there could be, as `from > to clause`. */
function allowed(item: HandedItem, place: typeof running): string[] {
  return PARTIES.flatMap((from) =>
    PARTIES.filter((to) => to !== from).flatMap((to) => {
      const verdict = mayHandOver(item, from, to, place);
      return verdict.kind === 'allowed' ? [`${from} > ${to} ${verdict.clause}`] : [];
    }),
  );
}

describe('who may hand what to whom', () => {
  it('R1598/2.10, R1598/2.15: a token goes by the ministry and its courier to the own mission, and there to the applicant', () => {
    assert.deepEqual(allowed(token, running), [
      'centre:e-imza > ministry:foreign-affairs R1598/2.10',
      'ministry:foreign-affairs > courier:7 R1598/2.10',
      'ministry:foreign-affairs > courier:8 R1598/2.10',
      'ministry:foreign-affairs > mission:berlin R1598/2.10',
      'courier:7 > ministry:foreign-affairs R1598/2.10',
      'courier:7 > mission:berlin R1598/2.10',
      'courier:8 > ministry:foreign-affairs R1598/2.10',
      'courier:8 > mission:berlin R1598/2.10',
      'mission:berlin > applicant R1598/2.15',
    ]);
  });

  it('R1598/2.10: a SIM card starts at the portal operator and nowhere else', () => {
    const steps = allowed({ ...token, kind: 'sim', maker: 'portal-operator' }, running);
    assert.ok(steps.includes('portal-operator > ministry:foreign-affairs R1598/2.10'));
    assert.ok(!steps.some((step) => step.startsWith('centre:')));
  });

  const wayBack = [
    'ministry:foreign-affairs > centre:e-imza R1598/2.10',
    'courier:7 > ministry:foreign-affairs R1598/2.10',
    'courier:8 > ministry:foreign-affairs R1598/2.10',
    'mission:berlin > ministry:foreign-affairs R1598/2.10',
    'mission:berlin > courier:7 R1598/2.10',
    'mission:berlin > courier:8 R1598/2.10',
  ];

  it('R1598/2.10, R1598/2.13: of a case that ended without a certificate everything goes the same way back to its maker', () => {
    assert.deepEqual(allowed(token, ended), wayBack);
  });

  it('R1598/2.10: what is damaged or replaced goes back while the case runs; what is missing goes nowhere', () => {
    assert.deepEqual(allowed({ ...token, state: 'damaged' }, running), wayBack);
    assert.deepEqual(allowed({ ...token, state: 'replaced' }, running), wayBack);
    assert.deepEqual(allowed({ ...token, state: 'missing' }, running), []);
  });

  it('R1598/2.16, R1598/2.17, R1598/2.18: copies of E-imza and ASAN imza part at the ministry, each to where it belongs', () => {
    const copy = (part: 'e-imza' | 'asan', destination: Party): HandedItem => ({
      ...{ kind: 'certificate-contract', state: 'sound', maker: 'mission:berlin' },
      bundled: { part, destination },
    });
    const first = [
      'courier:7 > ministry:foreign-affairs R1598/2.16',
      'courier:8 > ministry:foreign-affairs R1598/2.16',
      'mission:berlin > ministry:foreign-affairs R1598/2.16',
      'mission:berlin > courier:7 R1598/2.16',
      'mission:berlin > courier:8 R1598/2.16',
    ];
    const sorted = (steps: readonly string[]) => steps.toSorted();
    assert.deepEqual(
      sorted(allowed(copy('e-imza', 'centre:e-imza'), running)),
      sorted([
        ...first,
        'ministry:foreign-affairs > ministry:communications R1598/2.17',
        'ministry:communications > centre:e-imza R1598/2.18',
      ]),
    );
    assert.deepEqual(
      sorted(allowed(copy('asan', 'mobile-operator:azercell'), running)),
      sorted([
        ...first,
        'ministry:foreign-affairs > portal-operator R1598/2.17',
        'portal-operator > mobile-operator:azercell R1598/2.18',
      ]),
    );
  });

  it('R1598/2.10: what no party is called takes nothing over, and every refusal is explained in three languages', () => {
    assert.ok(PARTIES.every((party) => isTaker(party)));
    for (const text of [
      'mission:atlantis',
      'courier:',
      'courier:A B',
      'centre',
      'ministry:finance',
      'mission:berlin:2',
    ])
      assert.equal(isTaker(text), false, text);
    const reasons = new Set(
      PARTIES.flatMap((from) =>
        PARTIES.flatMap((to) => {
          const verdict = mayHandOver({ ...token, state: from === to ? 'missing' : 'sound' }, from, to, running);
          return verdict.kind === 'refused' ? [verdict.reason] : [];
        }),
      ),
    );
    for (const reason of reasons) assert.ok(CUSTODY_REASONS[reason].ru, reason);
  });
});

describe('what a certificate needs at the mission', () => {
  const known = (change: Partial<KnownItem>): KnownItem => ({
    ...{ kind: 'token', copy: 1, state: 'sound', holder: 'courier:7', maker: 'centre:e-imza' },
    ...change,
  });

  it('R1598/2.10: E-imza two things of its Centre; ASAN imza one of its Centre and three of the portal operator', () => {
    assert.deepEqual(
      itemsNeeded('e-imza').map(({ kind, maker }) => [kind, maker]),
      [
        ['certificate', 'centre:e-imza'],
        ['token', 'centre:e-imza'],
      ],
    );
    assert.deepEqual(
      itemsNeeded('asan').map(({ kind, copy, maker }) => [kind, copy, maker]),
      [
        ['certificate', 1, 'centre:asan'],
        ['sim', 1, 'portal-operator'],
        ['sim-contract', 1, 'portal-operator'],
        ['sim-contract', 2, 'portal-operator'],
      ],
    );
  });

  it('R1598/2.10: only its maker enters a thing, and only one that is lacking', () => {
    const item = { kind: 'token', copy: 1 } as const;
    assert.equal(faultOfEntry(item, 'centre:e-imza', 'e-imza', []), null);
    assert.equal(faultOfEntry(item, 'portal-operator', 'e-imza', [])?.reason, 'not-yours-to-make');
    assert.equal(faultOfEntry(item, 'centre:asan', 'asan', [])?.reason, 'not-yours-to-make');
    assert.equal(faultOfEntry({ kind: 'sim', copy: 2 }, 'portal-operator', 'asan', [])?.reason, 'not-yours-to-make');
    for (const there of [known({}), known({ state: 'missing' }), known({ state: 'damaged' })])
      assert.equal(faultOfEntry(item, 'centre:e-imza', 'e-imza', [there])?.reason, 'there-already', there.state);
    for (const lacking of [known({ state: 'replaced' }), known({ state: 'damaged', holder: 'centre:e-imza' })])
      assert.equal(faultOfEntry(item, 'centre:e-imza', 'e-imza', [lacking]), null, lacking.state);
  });

  it('R1598/2.9, R1598/2.10: from the decision to the hand-over', () => {
    const stages = ['opinions', 'virtual-fin', 'centre', 'invitation', 'identity', 'contract', 'register', 'ended'];
    assert.deepEqual(stages.filter(isAwaitingItems), ['invitation', 'identity', 'contract']);
  });

  it('R1598/2.10, R1598/2.16: a difference is settled as found again, to be replaced, or to go back', () => {
    const thing = { kind: 'token', state: 'missing', isSecondCopy: false, endedUnissued: false } as const;
    assert.deepEqual(settled(thing, 'as-listed'), { kind: 'settled', state: 'sound' });
    assert.deepEqual(settled(thing, 'to-be-replaced'), { kind: 'settled', state: 'replaced' });
    assert.deepEqual(settled(thing, 'to-go-back'), { kind: 'impossible', reason: 'missing-cannot-go-back' });
    assert.deepEqual(settled({ ...thing, state: 'damaged' }, 'to-go-back'), { kind: 'settled', state: 'damaged' });
    assert.deepEqual(settled({ ...thing, state: 'damaged', isSecondCopy: true }, 'to-go-back'), {
      kind: 'impossible',
      reason: 'copy-does-not-go-back',
    });
  });

  it('R1598/2.9, R1598/2.10: certificate and contract keep their number: made again as listed, never replaced or entered anew', () => {
    for (const kind of ['certificate', 'certificate-contract'] as const) {
      const print = { kind, state: 'missing', isSecondCopy: false, endedUnissued: false } as const;
      assert.deepEqual(settled(print, 'to-be-replaced'), { kind: 'impossible', reason: 'keeps-its-number' });
      assert.deepEqual(settled(print, 'as-listed'), { kind: 'settled', state: 'sound' });
      assert.deepEqual(settled({ ...print, state: 'damaged' }, 'to-go-back'), { kind: 'settled', state: 'damaged' });
      const written = { kind: 'settled', state: 'replaced' };
      assert.deepEqual(settled({ ...print, endedUnissued: true }, 'to-be-replaced'), written, 'written off');
    }
    const certificate = { kind: 'certificate', copy: 1 } as const;
    const spent = known({ kind: 'certificate', state: 'damaged', holder: 'centre:e-imza' });
    for (const there of [[], [spent], [known({ kind: 'certificate', state: 'replaced' })]])
      assert.deepEqual(faultOfEntry(certificate, 'centre:e-imza', 'e-imza', there), {
        clause: 'R1598/2.10',
        reason: 'keeps-its-number',
      });
  });
});
