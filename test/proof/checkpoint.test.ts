import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Checkpoint, checkpointDigest, checkpointPayload, readCheckpoint } from '../../proof/checkpoint.ts';

const HASH = 'ab'.repeat(32);
const CHECKPOINT: Checkpoint = {
  n: 1,
  at: '2026-04-02T20:00:00.003Z',
  installation: '7d3c4a0e-4b4e-4f0e-9f7e-1c1f5f3f2b11',
  nature: 'rehearsal',
  previous: null,
  heads: [{ chain: 'installation', seq: 1, hash: HASH }],
};

test('writes these members, canonically, and nothing else that a row happens to bear', () => {
  const heads = [{ chain: 'installation', seq: 1, hash: HASH, checkpointed_seq: 0 }];
  assert.equal(
    checkpointPayload({ ...CHECKPOINT, heads }),
    `{"at":"2026-04-02T20:00:00.003Z","heads":[{"chain":"installation","hash":"${HASH}","seq":1}],` +
      '"installation":"7d3c4a0e-4b4e-4f0e-9f7e-1c1f5f3f2b11","n":1,"nature":"rehearsal","previous":null}',
  );
});

test('reads back what it wrote, and nothing of another shape', () => {
  assert.deepEqual(readCheckpoint(checkpointPayload(CHECKPOINT)), CHECKPOINT);
  const wrong = [
    { n: 0 },
    { at: 'yesterday' },
    { nature: 'demo' },
    { previous: 'x' },
    { heads: [{ chain: 'installation', seq: 0, hash: HASH }] },
  ];
  for (const member of wrong)
    assert.equal(
      readCheckpoint(checkpointPayload({ ...CHECKPOINT, ...member } as Checkpoint)),
      null,
      JSON.stringify(member),
    );
  assert.equal(readCheckpoint(JSON.stringify(CHECKPOINT)), null, 'not canonical');
});

test('is named by the sha256 of its text', () => {
  assert.equal(checkpointDigest('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
