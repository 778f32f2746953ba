import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import test from 'node:test';
import { contracts } from '../../../adapters/documents/contract.ts';
import { readPdf } from '../../../adapters/files/readPdf.ts';
import { FACTS } from '../../proof/signedContract.ts';

test('R1598/2.9: a contract is the same bytes for the same facts, whenever it is drawn, and others for others', async () => {
  const first = await contracts().draw(FACTS);
  await delay(1_100);
  assert.deepEqual(await contracts().draw({ ...FACTS }), first);
  assert.notDeepEqual(await contracts().draw({ ...FACTS, nature: 'production' }), first);
  assert.notDeepEqual(await contracts().draw({ ...FACTS, virtualFin: 'X12345L' }), first);
});

test('R1598/1.2.10: the contract of a legal person is one readable page more or less, without active content', async () => {
  const legalPerson = { name: 'Örnək Ltd. Şti.', registration: 'VÖEN 1234567891' };
  const drawn = await contracts().draw({ ...FACTS, centre: 'asan', use: 'business', legalPerson });
  assert.deepEqual(await readPdf(drawn), { kind: 'readable', pages: 1, signed: false });
});
