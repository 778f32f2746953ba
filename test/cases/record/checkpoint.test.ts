import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkpointFile } from '../../../adapters/files/checkpointFile.ts';
import { fileSigner } from '../../../adapters/signing/fileSigner.ts';
import { makeCheckpoint } from '../../../cases/record/checkpoint.ts';
import { checkpointDigest } from '../../../proof/checkpoint.ts';
import { openTestRecord, type TestRecord } from '../../support/record.ts';

describe('checkpoints of the evidence', () => {
  let test: TestRecord;
  let folder: string;
  let signer: Awaited<ReturnType<typeof fileSigner>>;
  before(async () => {
    test = await openTestRecord();
    folder = await mkdtemp(join(tmpdir(), 'mohlet-checkpoints-'));
    signer = await fileSigner(join(folder, 'signing'), 'rehearsal');
  });
  after(async () => {
    await test.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const path = () => join(folder, 'checkpoints.jsonl');
  const outside = async () =>
    (await readFile(path(), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { n: number; jws: string });
  const inside = () => test.owner.many<{ n: number; jws: string }>(`SELECT n, jws FROM checkpoint ORDER BY n`);
  const payload = (jws: string) =>
    JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      previous: string | null;
      heads: { chain: string; seq: number }[];
    };

  it('stand inside and outside alike, each naming the one before; with nothing new there is none', async () => {
    const { caseNumber } = await test.register();
    assert.equal(await makeCheckpoint(test.record, signer, checkpointFile(path())), 1);
    assert.equal(await makeCheckpoint(test.record, signer, checkpointFile(path())), null);
    await test.deliver(caseNumber);
    assert.equal(await makeCheckpoint(test.record, signer, checkpointFile(path())), 2);
    assert.deepEqual(await outside(), await inside());
    const [first, second] = await outside();
    assert.equal(payload(first?.jws ?? '').previous, null);
    assert.equal(payload(second?.jws ?? '').previous, checkpointDigest(first?.jws ?? ''));
    const { seq } = await test.owner.one<{ seq: number }>(`SELECT seq FROM chain_head WHERE chain = $1`, [
      `case:${caseNumber}`,
    ]);
    assert.deepEqual(
      payload(second?.jws ?? '').heads.map(({ chain, seq: at }) => [chain, at]),
      [[`case:${caseNumber}`, seq]],
    );
  });

  it('one that a crash kept from going outside goes there before the next', async () => {
    await test.register();
    const file = checkpointFile(path());
    const crashing = { ...file, append: () => Promise.reject(new Error('the process ends here')) };
    await assert.rejects(makeCheckpoint(test.record, signer, crashing), /ends here/);
    assert.equal((await outside()).length + 1, (await inside()).length);
    await test.register();
    await makeCheckpoint(test.record, signer, checkpointFile(path()));
    assert.deepEqual(await outside(), await inside());
  });

  it('two processes at it make no two of one number', async () => {
    await test.register();
    const made = await Promise.all([1, 2, 3].map(() => makeCheckpoint(test.record, signer, checkpointFile(path()))));
    assert.equal(made.filter((n) => n !== null).length, 1);
    assert.deepEqual(await outside(), await inside());
  });
});
