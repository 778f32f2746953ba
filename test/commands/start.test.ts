import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

const START = join(import.meta.dirname, '..', '..', 'commands', 'start.ts');

describe('npm start, where it cannot: one sentence, and exit code 1', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mohlet-start-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const start = (environment: Record<string, string>) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      const { PATH = '', HOME = '' } = process.env;
      const env = { PATH, HOME, MOHLET_HOME: join(folder, 'home'), ...environment };
      const child = execFile(process.execPath, [START], { env, timeout: 60_000 }, (_fault, _stdout, stderr) =>
        resolve({ code: child.exitCode ?? -1, said: stderr }),
      );
    });

  it('a setting that is not what it must be', async () => {
    assert.deepEqual(await start({ MOHLET_PORT: 'abc', MOHLET_REHEARSAL_START: 'soon' }), {
      code: 1,
      said: 'Mohlet cannot start: MOHLET_PORT does not have the right form; MOHLET_REHEARSAL_START does not have the right form. See docs/running.md.\n',
    });
  });

  it('a home that is a file, or lies below one', async () => {
    const file = join(folder, 'file');
    await writeFile(file, 'mine');
    for (const [home, code] of [
      [file, 'EEXIST'],
      [join(file, 'below'), 'ENOTDIR'],
    ] as const)
      assert.deepEqual(await start({ MOHLET_HOME: home }), {
        code: 1,
        said: `${home} cannot be written as a folder (${code}): choose another folder (MOHLET_HOME).\n`,
      });
    assert.equal(await readFile(file, 'utf8'), 'mine');
  });

  it('a log that cannot be written', async () => {
    const home = join(folder, 'odd');
    await mkdir(join(home, 'mohlet.log'), { recursive: true });
    const { code, said } = await start({ MOHLET_HOME: home });
    assert.equal(code, 1);
    assert.equal(said, `${home} cannot be written as a folder (EISDIR): choose another folder (MOHLET_HOME).\n`);
  });

  it('ports that do not fit below 65536, or count on from 0', async () => {
    for (const [port, last] of [
      ['65525', '65542'],
      ['0', '17'],
    ] as const)
      assert.deepEqual(await start({ MOHLET_PORT: port }), {
        code: 1,
        said: `The ports counted on from MOHLET_PORT do not fit (${port} to ${last}): choose one from 1 to 65518.\n`,
      });
  });
});
