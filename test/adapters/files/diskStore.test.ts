import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { diskStore } from '../../../adapters/files/diskStore.ts';

const folder = await mkdtemp(join(tmpdir(), 'mohlet-files-'));
after(() => rm(folder, { recursive: true }));
const store = diskStore(join(folder, 'store'));

async function filesUnder(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

void describe('diskStore', () => {
  it('gives back what was put, also to a store opened later, and null for what was not', async () => {
    const id = randomUUID();
    const bytes = randomBytes(300_000);
    await store.put(id, bytes);
    assert.deepEqual(await diskStore(join(folder, 'store')).get(id), bytes);
    assert.equal(await store.get(randomUUID()), null);
  });

  it('lays files two folders deep, readable by their owner alone, and leaves no remnant', async () => {
    const id = randomUUID();
    await store.put(id, Buffer.from('x'));
    const paths = await filesUnder(join(folder, 'store'));
    const path = paths.find((each) => each.endsWith(id));
    assert.match(path?.slice(join(folder, 'store').length) ?? '', /^\/[0-9a-f]{2}\/[0-9a-f]{2}\/[^/]+$/);
    assert.equal((await stat(path!)).mode & 0o777, 0o600);
    assert.equal((await stat(dirname(path!))).mode & 0o777, 0o700);
    assert.deepEqual(await readdir(join(folder, 'store', '.partial')), []);
  });

  it('takes the same file again, one after the other and at once, and never shows half of one', async () => {
    const id = randomUUID();
    const [one, other] = [Buffer.alloc(200_000, 'a'), Buffer.alloc(200_000, 'b')];
    await store.put(id, one);
    const puts = Array.from({ length: 20 }, (_, at) => store.put(id, at % 2 === 0 ? one : other));
    const reads = Array.from({ length: 40 }, async () => {
      const seen = await store.get(id);
      assert.ok(seen !== null && (one.equals(seen) || other.equals(seen)));
    });
    await Promise.all([...puts, ...reads]);
    assert.deepEqual(await readdir(join(folder, 'store', '.partial')), []);
  });

  it('removes, and does not mind removing again', async () => {
    const id = randomUUID();
    await store.put(id, Buffer.from('x'));
    await store.remove(id);
    await store.remove(id);
    assert.equal(await store.get(id), null);
    assert.ok((await filesUnder(folder)).every((path) => !path.endsWith(id)));
  });

  it('refuses an id that could name something else, without repeating it', async () => {
    const secret = join(folder, 'secret-file');
    await writeFile(secret, 'kept');
    const ids = [
      '../secret-file',
      '..',
      '',
      'short',
      '/etc/passwd',
      'a/b/c/d/e/f',
      'a\\b\\c\\d\\e',
      'abcdefgh\0',
      'abcdefgh.tmp',
      'ab cdefgh',
      'əəəəəəəə',
      'abcdefgh\n',
      'a'.repeat(129),
    ];
    for (const id of ids) {
      for (const act of [() => store.put(id, Buffer.from('x')), () => store.get(id), () => store.remove(id)]) {
        await assert.rejects(act, { message: 'not the id of a file' });
      }
    }
    assert.equal((await stat(secret)).size, 4);
  });

  it('keeps apart ids that differ by case alone', async () => {
    await store.put('abcdefgh', Buffer.from('small'));
    await store.put('ABCDEFGH', Buffer.from('large'));
    const folders = (await filesUnder(join(folder, 'store'))).filter((path) => /abcdefgh$/i.test(path)).map(dirname);
    assert.equal(new Set(folders).size, 2);
    assert.equal(String(await store.get('abcdefgh')), 'small');
  });

  it('throws where it cannot write, and the folder holds no part of the file', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await assert.rejects(() => diskStore(file).put(randomUUID(), Buffer.from('x')), { code: 'ENOTDIR' });

    const id = randomUUID();
    const blocked = diskStore(join(folder, 'blocked'));
    await blocked.put(id, Buffer.from('x'));
    const [path] = await filesUnder(join(folder, 'blocked'));
    await blocked.remove(id);
    await mkdir(path!);
    await assert.rejects(() => blocked.put(id, Buffer.from('y')), { code: 'EISDIR' });
    assert.deepEqual(await filesUnder(join(folder, 'blocked')), []);
  });
});
