import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { takeIn } from '../../adapters/files/takeIn.ts';
import { makeFiles } from '../../demo/makeFiles.ts';

void describe('makeFiles', () => {
  it('R1598/2.3.1, R1598/2.3.2, R1598/2.3.3: makes documents that are taken in', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'mohlet-demo-'));
    t.after(() => rm(folder, { recursive: true }));
    const made = await makeFiles(join(folder, 'files'));
    const kinds = [
      ['identity-document', made.identityDocument, 'image/jpeg'],
      ['photograph', made.photograph, 'image/jpeg'],
      ['power-of-attorney', made.powerOfAttorney, 'application/pdf'],
    ] as const;
    for (const [kind, path, mediaType] of kinds) {
      const outcome = await takeIn(kind, await readFile(path));
      assert.equal(outcome.kind === 'taken' && outcome.mediaType, mediaType);
      assert.ok((await stat(path)).size < 200_000);
    }
  });

  it('makes the same power of attorney every time, marked as a specimen', async (t) => {
    const folder = await mkdtemp(join(tmpdir(), 'mohlet-demo-'));
    t.after(() => rm(folder, { recursive: true }));
    const first = await readFile((await makeFiles(folder)).powerOfAttorney);
    assert.deepEqual(await readFile((await makeFiles(folder)).powerOfAttorney), first);
    assert.ok(first.includes('(SPECIMEN)'));
  });
});
