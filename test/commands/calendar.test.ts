import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { Deadline } from '../../law/calendar/workingDays.ts';

const COMMAND = join(import.meta.dirname, '../../commands/calendar.ts');

function run(args: string[], input = ''): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  return { status, stdout, stderr };
}

const answerOf = (stdout: string) => JSON.parse(stdout) as Record<string, unknown>;

suite('the calendar command', () => {
  test('year: all non-working days, weekends too', () => {
    const { status, stdout, stderr } = run(['year', '2018']);
    assert.deepEqual([status, stderr, stdout.split('\n').length], [0, '', 2]);
    const answer = answerOf(stdout);
    assert.deepEqual(Object.keys(answer), ['year', 'nonWorking', 'version', 'provisional']);
    const { year, nonWorking, provisional } = answer as { year: number; nonWorking: string[]; provisional: boolean };
    assert.deepEqual([year, provisional, nonWorking[0], nonWorking.at(-1)], [2018, false, '2018-01-01', '2018-12-31']);
    assert.ok(nonWorking.includes('2018-01-06') && nonWorking.includes('2018-06-19'));
  });

  test('year: as known on a day', () => {
    const daysOff = (...args: string[]) =>
      (answerOf(run(['year', '2025', ...args]).stdout)['nonWorking'] as string[]).join();
    assert.match(daysOff('--known-on', '2025-02-01'), /2025-03-10.*2025-04-01/);
    assert.doesNotMatch(daysOff(), /2025-03-10|2025-04-01/);
    assert.equal(answerOf(run(['year', '2025', '--known-on', '2024-12-01']).stdout)['provisional'], true);
  });

  test('ADR 39: the decisions an installation gives tell what was taken back, and since when', (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'mohlet-calendar-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const own = readFileSync(join(import.meta.dirname, '../../prisma/calendar-decisions.csv'), 'utf8');
    const given = own
      .split('\n')
      .map((line) =>
        /^2025-03-2[78],swap/.test(line) ? `${line},2025-02-20` : /^(#|$)/.test(line) ? line : `${line},`,
      )
      .join('\n')
      .replace('published,', 'published,taken_back');
    const file = join(folder, 'decisions.csv');
    writeFileSync(file, given);
    const daysOff = (knownOn: string) =>
      answerOf(run(['year', '2025', '--known-on', knownOn, '--decisions', file]).stdout) as {
        nonWorking: string[];
        version: string;
      };
    const [before, between, after] = ['2025-02-14', '2025-02-19', '2025-02-20'].map(daysOff);
    assert.ok(between?.nonWorking.includes('2025-03-27') && !between.nonWorking.includes('2025-03-10'));
    assert.deepEqual(after?.nonWorking, before?.nonWorking);
    assert.notEqual(after?.version, before?.version);
    assert.match(after?.version ?? '', /^2025-02-20\//);
    writeFileSync(file, 'day,kind\n');
    const { status, stderr } = run(['year', '2025', '--decisions', file]);
    assert.deepEqual([status, /cannot be read/.test(stderr)], [2, true]);
  });

  test('R1598/2.8 deadline: the answer with its explanation', () => {
    const args = ['deadline', '--received', '2026-03-19T10:00:00+04:00', '--working-days', '3'];
    const { status, stdout } = run(args);
    const answer = answerOf(stdout) as unknown as Deadline;
    assert.equal(status, 0);
    assert.deepEqual(Object.keys(answer), [
      'received',
      'workingDays',
      'days',
      'endsAt',
      'calendarVersion',
      'provisional',
    ]);
    assert.equal(answer.endsAt, '2026-04-03T00:00:00+04:00');
    assert.deepEqual(answer.days.at(-1), { date: '2026-04-02', counted: true, why: 'working-day' });
  });

  test('R1598/2.8 deadline: as known before and after the swap of 15 February 2025', () => {
    const endsAt = (knownOn: string) => {
      const args = ['--received', '2025-03-06T10:00:00+04:00', '--working-days', '3', '--known-on', knownOn];
      return answerOf(run(['deadline', ...args]).stdout)['endsAt'];
    };
    assert.equal(endsAt('2025-02-01'), '2025-03-13T00:00:00+04:00');
    assert.equal(endsAt('2025-02-15'), '2025-03-12T00:00:00+04:00');
  });

  test('--stdin: one answer a line in order, the same as one by one; a bad line costs only itself', () => {
    const lines = [
      '{"received":"2026-03-19T10:00:00+04:00","workingDays":3}',
      'not json',
      '{"received":"2025-03-06T10:00:00+04:00","workingDays":3,"knownOn":"2025-02-01"}',
      '{"received":"2030-03-06T10:00:00+04:00","workingDays":3}',
      '{"received":"2025-03-06","workingDays":3}',
      '{"received":"2025-03-06T10:00:00Z","workingDays":"3"}',
      '{"received":"2025-03-06T10:00:00Z","workingDays":3,"knownOn":"spring"}',
      '{"received":"2025-03-06T10:00:00Z","workingDays":3,"other":1}',
      '{"received":"2025-03-06T10:00:00+04:00","workingDays":3}',
    ];
    const { status, stdout, stderr } = run(['deadline', '--stdin'], lines.join('\n'));
    assert.deepEqual([status, stderr], [2, '']);
    const answers = stdout.trimEnd().split('\n').map(answerOf);
    assert.equal(answers.length, lines.length);
    const ends = answers.map(({ endsAt, error }) => endsAt ?? (typeof error === 'string' ? 'error' : 'nothing'));
    const [march, before, after] = ['2026-04-03', '2025-03-13', '2025-03-12'].map((day) => `${day}T00:00:00+04:00`);
    assert.deepEqual(ends, [march, 'error', before, 'error', 'error', 'error', 'error', 'error', after]);
    const one = run(['deadline', '--received', '2026-03-19T10:00:00+04:00', '--working-days', '3']).stdout;
    assert.deepEqual(answers[0], answerOf(one));
  });

  test('--stdin: many lines, each answered', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => {
      const received = new Date(Date.UTC(2017, 0, 1) + i * 28 * 3_600_000).toISOString();
      return JSON.stringify({ received, workingDays: 1 + (i % 60) });
    });
    const { status, stdout } = run(['deadline', '--stdin'], `${lines.join('\n')}\n`);
    assert.equal(status, 0);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Deadline);
    assert.deepEqual(
      answers.map(({ received, workingDays }) => JSON.stringify({ received, workingDays })),
      lines,
    );
  });

  test('a year not covered: exit 2 and one sentence, in the language asked for', () => {
    for (const args of [
      ['year', '2028'],
      ['year', '2016'],
      ['deadline', '--received', '2027-12-30T10:00:00Z', '--working-days', '5'],
    ]) {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^The calendar covers the years 2017-2027; of \d{4} it knows nothing\.\n$/);
    }
    assert.match(run(['year', '2028', '--language', 'az']).stderr, /^Təqvim 2017-2027 .*\n$/);
    assert.match(run(['year', '2028', '--language', 'ru']).stderr, /^Календарь .*\n$/);
  });

  test('bad arguments: exit 2 and one sentence', () => {
    const received = ['--received', '2026-03-19T10:00:00+04:00'];
    for (const args of [
      [],
      ['month', '3'],
      ['year'],
      ['year', 'twenty'],
      ['year', '2018', '2019'],
      ['year', '2018', '--stdin'],
      ['year', '2018', '--known-on', '2018-02-30'],
      ['year', '2018', '--language', 'fr'],
      ['year', '2018', '--unknown'],
      ['deadline'],
      ['deadline', ...received],
      ['deadline', '--working-days', '3'],
      ['deadline', ...received, '--working-days', '0'],
      ['deadline', ...received, '--working-days', '1.5'],
      ['deadline', '--received', '2026-03-19T10:00:00', '--working-days', '3'],
      ['deadline', '--stdin', ...received],
    ]) {
      const { status, stdout, stderr } = run(args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^[^\n]+\n$/);
    }
  });
});
