import assert from 'node:assert/strict';
import test from 'node:test';
import {
  faultsOf,
  givenToApplicant,
  neededToSign,
  type StandingThing,
} from '../../../law/signature-issuance/contract.ts';

const name = ({ kind, copy }: { kind: string; copy: number }) => `${kind}/${copy}`;
const thing = (kind: StandingThing['kind'], change: Partial<StandingThing> = {}): StandingThing => ({
  kind,
  copy: 1,
  holder: 'mission:berlin',
  state: 'sound',
  bound: false,
  ...change,
});

test('R1598/2.14: what lies at the mission before signing: carrier and certificate, for ASAN the SIM contract too', () => {
  assert.deepEqual(neededToSign('e-imza').map(name), ['certificate/1', 'token/1']);
  assert.deepEqual(neededToSign('asan').map(name), ['certificate/1', 'sim/1', 'sim-contract/1', 'sim-contract/2']);
});

test('R1598/2.15: the applicant gets the certificate, its carrier and one copy of each contract', () => {
  assert.deepEqual(givenToApplicant('e-imza').map(name), ['certificate/1', 'token/1', 'certificate-contract/1']);
  assert.deepEqual(givenToApplicant('asan').map(name), [
    'certificate/1',
    'sim/1',
    'certificate-contract/1',
    'sim-contract/1',
  ]);
});

const table: [string, StandingThing[], string | undefined][] = [
  ['sound at the mission', [thing('token')], undefined],
  ['not there at all', [], 'not-at-the-mission'],
  ["at another's", [thing('token', { holder: 'mission:bern' })], 'not-at-the-mission'],
  ['damaged', [thing('token', { state: 'damaged' })], 'not-sound'],
  ['offered to somebody', [thing('token', { bound: true })], 'on-offer'],
  ['replaced, and the new one is there', [thing('token', { state: 'replaced' }), thing('token')], undefined],
  ['replaced, and the new one is not', [thing('token', { state: 'replaced' })], 'not-at-the-mission'],
];
for (const [what, things, reason] of table)
  test(`R1598/2.14: a token ${what}: ${reason ?? 'ready'}`, () => {
    const faults = faultsOf([{ kind: 'token', copy: 1 }], things, 'berlin');
    assert.deepEqual(faults, reason === undefined ? [] : [{ item: 'token', reason }]);
  });

test('R1598/2.15: a second copy is named apart from the first', () => {
  const second = [{ kind: 'sim-contract' as const, copy: 2 }];
  assert.deepEqual(faultsOf(second, [thing('sim-contract')], 'berlin'), [
    { item: 'sim-contract/2', reason: 'not-at-the-mission' },
  ]);
});
