import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';

const MAIN = join(import.meta.dirname, '..', '..', 'bench', 'main.ts');
const run = promisify(execFile);

describe('npm run bench', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mohlet-bench-'));
    await chmod(folder, 0o755);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('measures every part on an installation of its own and puts the table between the markers', async () => {
    const out = join(folder, 'performance.md');
    await writeFile(out, 'before\n<!-- bench: begin (written by npm run bench) -->\nold\n<!-- bench: end -->\nafter\n');
    const { stdout } = await run(process.execPath, [MAIN, '--tiny', '--out', out]);
    const text = await readFile(out, 'utf8');
    assert.match(text, /^before\n.*\nafter\n$/s);
    assert.doesNotMatch(text, /\nold\n/);
    assert.doesNotMatch(text, /NaN|undefined|null|Infinity/);
    for (const what of [
      'cases a second up to the FIN',
      'whole issuances a second',
      'ratio of the two lives, pair by pair',
      'history events, whole issuance, E-imza',
      'history events, whole issuance, ASAN',
      'processor time a life, worker',
      'ratio of the two, pair by pair',
      'history events, answered case, with all it caused',
      'processor time a plain case, Temporal',
      'opinion answered, alone, p50',
      'ratio of the p99, during a burst',
      'terms at one instant: last',
      'history events, silent case, its own workflow',
      'reviewer: queue of 60 open files',
      'open terms counted anew, a second',
    ]) {
      assert.ok(text.includes(what), `no row for: ${what}`);
      assert.ok(stdout.includes(what), `not printed: ${what}`);
    }
    assert.match(
      text,
      /earliest after the end +\| [0-9.]+ s +\| >= 0 s +\| met/,
      'R1598/2.8: nothing is decided early',
    );
  });

  it('names a part that does not exist, and starts nothing', async () => {
    await assert.rejects(run(process.execPath, [MAIN, 'cost']), (fault: { code: number; stderr: string }) => {
      assert.equal(fault.code, 1);
      assert.match(
        fault.stderr,
        /There is no part "cost": it is one of cases, lives, opinions, silences, pages, calendar\./,
      );
      return true;
    });
  });
});
