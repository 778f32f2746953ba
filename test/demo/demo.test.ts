import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { differences } from '../../demo/differences.ts';
import { type Endings, readExpected } from '../../demo/ending.ts';
import { verdict } from '../../demo/runDemo.ts';
import { SCENARIO_IDS } from '../../demo/scenario.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const EXPECTED = join(ROOT, 'demo', 'expected.json');
const REHEARSAL = 10;

type Run = { code: number; stdout: string; stderr: string };

/** Starts a command of ours; `ended` is what it said and its exit code, `says` waits until it has said something. */
function start(command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const temporal = process.env['MOHLET_TEST_TEMPORAL'];
  const binary = temporal === undefined ? {} : { TEMPORAL_CLI: temporal };
  const options = { cwd: ROOT, env: { ...process.env, ...binary, ...env } };
  const { promise: ended, resolve } = Promise.withResolvers<Run>();
  const child = execFile(process.execPath, [join('commands', command), ...args], options, (_fault, stdout, stderr) =>
    resolve({ code: child.exitCode ?? -1, stdout, stderr }),
  );
  const says = (what: RegExp) =>
    new Promise<void>((heard, failed) => {
      let said = '';
      child.stdout?.on('data', (text: string) => {
        said += text;
        if (what.test(said)) heard();
      });
      child.once('exit', () => failed(new Error(`it ended before it said ${what.source}: ${said}`)));
    });
  return { child, ended, says };
}

async function expectations(): Promise<Endings> {
  const read = readExpected(await readFile(EXPECTED, 'utf8'));
  assert.ok(read);
  return read;
}

describe('what the demo expects', () => {
  it('names every case and the bundle; a file without one of them is none', async () => {
    const { cases, bundle } = await expectations();
    assert.equal(readExpected(JSON.stringify({ cases: { ...cases, silence: undefined }, bundle })), null);
    assert.equal(readExpected(JSON.stringify({ cases })), null);
    assert.equal(readExpected('{'), null);
  });

  it('differs by each value that came out otherwise, and by nothing else', async () => {
    const expected = await expectations();
    assert.deepEqual(differences(expected, await expectations()), []);
    for (const id of SCENARIO_IDS) {
      const found = { ...expected, cases: { ...expected.cases, [id]: { ...expected.cases[id], decidedAt: null } } };
      assert.deepEqual(
        differences(expected, found).map((one) => [one.id, one.what, one.found]),
        [[id, 'decidedAt', 'null']],
      );
    }
    const late = differences(expected, { ...expected, bundle: { ...expected.bundle, legs: [] } });
    assert.deepEqual(
      late.map((one) => [one.id, one.what]),
      [['bundle', 'legs']],
    );
  });
});

describe('what the demo says at its end', () => {
  it('is that every case ended as expected, in the language it was played in', async () => {
    const expected = await expectations();
    const said = verdict({ expected, found: expected, people: 30, started: performance.now(), language: 'az' });
    assert.equal(said.isAsExpected, true);
    assert.equal(said.lines.length, 1);
    assert.match(said.lines[0] ?? '', /15 iş və bağlamanın 30 nəfəri üzrə hər şey Fərmanın tələb etdiyi kimi bitdi/);
  });
});

describe('npm run demo', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mohlet-demo-test-'));
    await chmod(folder, 0o755);
  });
  after(() => rm(folder, { recursive: true, force: true, maxRetries: 10 }));

  it('plays on a rehearsal of its own, which is removed also when the play is interrupted', async () => {
    const [out, temporary] = [join(folder, 'own'), join(folder, 'tmp')];
    await mkdir(temporary);
    const demo = start('demo.ts', ['--out', out], { TMPDIR: temporary });
    await demo.says(/^Mon 16 March 10:00 .*registered/m);
    demo.child.kill('SIGINT');
    const { code, stderr } = await demo.ended;
    assert.deepEqual([code, stderr], [130, '']);
    assert.deepEqual(await readdir(temporary), []);
  });

  describe('on a running rehearsal', () => {
    let test: TestStack;
    before(async () => {
      test = await startTestStack();
    });
    after(() => test.stop());
    const out = () => join(folder, 'running');
    const demo = (...args: string[]) =>
      start('demo.ts', ['--url', `http://127.0.0.1:${test.stack.ports.api}`, '--out', out(), ...args], {
        MOHLET_HOME: test.home,
      }).ended;

    it('R1598/2.6-2.18, 5.4, Q191/7.4: every case ends as expected; one wrong expectation is named and the exit code is 1', async () => {
      const expected = await expectations();
      const wrong = join(folder, 'wrong.json');
      const silence = { ...expected.cases.silence, decidedAt: '2026-04-02T00:00:00+04:00' };
      await writeFile(wrong, JSON.stringify({ ...expected, cases: { ...expected.cases, silence } }));

      const { code, stdout, stderr } = await demo('--expected', wrong);
      assert.equal(code, 1, stdout + stderr);
      const [difference, last] = stdout.trimEnd().split('\n').slice(-2);
      const said = 'silence: decidedAt: expected "2026-04-02T00:00:00+04:00", found "2026-04-03T00:00:00+04:00"';
      assert.deepEqual([difference, last, stderr], [said, 'Not as expected: 1 difference.', '']);
      assert.match(
        stdout,
        /received Thu 19 March 10:00; .*working day 1: Tue 31 March; .*counts from Fri 3 April 00:00/,
      );
      assert.match(stdout, /50 second copies lie at the mission \(Ankara, embassy\)/);
      assert.match(stdout, /must pass them on before Fri 8 May 00:00 \(R1598\/2\.17\)/);
      const found = readExpected(await readFile(join(out(), 'found.json'), 'utf8'));
      assert.ok(found);
      assert.deepEqual(differences(expected, found), []);
      const { body } = await test.portal.call<{ frozen: boolean }>('GET', '/api/v1/clock', {});
      assert.equal(body.frozen, false, 'the clock runs on');
    });

    it('leaves files that anybody can check', async () => {
      const trust = ['--trust', join(out(), 'keys.json')];
      const pack = (await readdir(out())).find((name) => name.endsWith('.zip')) ?? '';
      for (const file of ['silence.record-of-silence.jws', pack]) {
        const verified = await start('verify.ts', [join(out(), file), ...trust]).ended;
        assert.equal(verified.code, REHEARSAL, verified.stdout + verified.stderr);
      }
      for (const paper of ['.act.pdf', '.contract.pdf']) {
        const bytes = await readFile(join(out(), pack.replace('.zip', paper)));
        assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-', paper);
      }
    });

    it('is not played again once its clock is past the beginning: one sentence and exit 2', async () => {
      const second = await demo();
      assert.deepEqual([second.code, second.stdout, second.stderr.trimEnd().split('\n').length], [2, '', 1]);
      assert.match(second.stderr, /past the demo's beginning \(Mon 16 March 10:00\).*MOHLET_REHEARSAL_START=/);
    });
  });

  it('refuses with one sentence and exit 2 what it cannot play', async () => {
    const nobody = await start('demo.ts', ['--url', 'http://127.0.0.1:1', '--out', join(folder, 'none')]).ended;
    assert.deepEqual([nobody.code, nobody.stdout], [2, '']);
    assert.match(nobody.stderr, /^Nothing answers at http:\/\/127\.0\.0\.1:1: .*\n$/);
    const absent = await start('demo.ts', ['--expected', join(folder, 'absent.json'), '--language', 'ru']).ended;
    assert.deepEqual([absent.code, absent.stdout], [2, '']);
    assert.match(absent.stderr, /absent\.json — не файл ожиданий/);
    const unknown = await start('demo.ts', ['--language', 'xx']).ended;
    assert.deepEqual([unknown.code, unknown.stderr.trimEnd().split('\n').length], [2, 3]);
  });
});
