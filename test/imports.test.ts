import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '..');
const CRUISER = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});

// Who imports what, and the rule of .dependency-cruiser.cjs that refuses it; null: it is allowed.
const IMPORTS: [from: string, line: string, rule: string | null][] = [
  ['law/a/x.ts', `import '../../law/b/y.ts';`, null],
  ['law/a/fs.ts', `import 'node:fs';`, 'law'],
  ['law/a/cases.ts', `import '../../cases/c/y.ts';`, 'law'],
  ['law/a/pg.ts', `import 'pg';`, 'law'],
  ['proof/law.ts', `import '../law/b/y.ts';`, 'proof'],
  ['proof/zod.ts', `import 'zod';`, 'proof'],
  ['workflows/a/law.ts', `import '../../law/b/y.ts';`, null],
  ['workflows/a/types.ts', `import type { Y } from '../../activities/y.ts'; export type Z = Y;`, null],
  [
    'workflows/a/values.ts',
    `import { y } from '../../activities/y.ts'; export const z = y;`,
    'workflows-values-from-law-without-dates',
  ],
  [
    'workflows/a/days.ts',
    `import { y } from '../../law/calendar/y.ts'; export const z = y;`,
    'workflows-values-from-law-without-dates',
  ],
  ['workflows/a/cases.ts', `import '../../cases/c/y.ts';`, 'workflows'],
  ['workflows/a/client.ts', `import '@temporalio/client';`, 'workflows'],
  ['cases/a/ports.ts', `import type { Y } from '../../adapters/ports.ts'; export type Z = Y;`, null],
  ['cases/a/values.ts', `import { y } from '../../adapters/ports.ts'; export const z = y;`, 'ports-are-types'],
  ['cases/a/adapter.ts', `import '../../adapters/email/y.ts';`, 'cases'],
  ['cases/a/http.ts', `import 'node:http';`, 'cases'],
  ['activities/adapter.ts', `import '../adapters/email/y.ts';`, 'activities'],
  ['adapters/email/own.ts', `import './y.ts';`, null],
  ['adapters/email/other.ts', `import '../files/y.ts';`, 'adapters-keep-to-their-own-folder'],
  ['adapters/email/cases.ts', `import '../../cases/c/y.ts';`, 'adapters-keep-to-their-own-folder'],
  ['api/a/cases.ts', `import '../../cases/c/y.ts';`, null],
  ['api/a/adapter.ts', `import '../../adapters/email/y.ts';`, 'api'],
  ['api/a/engine.ts', `import '@temporalio/client';`, 'api'],
  ['api/main.ts', `import '../adapters/email/y.ts';`, null],
  ['workers/stack.ts', `import '../stack/y.ts';`, 'nobody-imports-stack'],
  ['workers/commands.ts', `import '../commands/y.ts';`, 'nobody-imports-commands'],
  ['stack/test.ts', `import '../test/y.ts';`, 'nobody-imports-test'],
  ['workers/back.ts', `import './there.ts';`, 'no-circular'],
  ['workers/nowhere.ts', `import './not-there.ts';`, 'no-unresolved'],
];

const TARGETS = [
  ...[
    'law/b',
    'law/calendar',
    'cases/c',
    'activities',
    'adapters/email',
    'adapters/files',
    'stack',
    'commands',
    'test',
  ],
].map((folder) => `${folder}/y.ts`);
const SOURCE = `export const y = 1;\nexport type Y = 1;\n`;

describe('who may import whom', () => {
  let refused: { from: string; rule: string }[] = [];
  let house = '';

  before(async () => {
    house = await mkdtemp(join(tmpdir(), 'mohlet-imports-'));
    const write = async (file: string, text: string) => {
      await mkdir(join(house, dirname(file)), { recursive: true });
      await writeFile(join(house, file), text);
    };
    for (const file of [...TARGETS, 'adapters/ports.ts']) await write(file, SOURCE);
    await write('workers/there.ts', `import './back.ts';\n`);
    for (const [from, line] of IMPORTS) await write(from, `${line}\nexport {};\n`);
    for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
      await copyFile(join(ROOT, file), join(house, file));
    await symlink(join(ROOT, 'node_modules'), join(house, 'node_modules'));
    const asked = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', '.'];
    // With violations it exits with their number: what it prints is then on the fault.
    const { stdout } = await promisify(execFile)(process.execPath, asked, { cwd: house, maxBuffer: 2 ** 26 }).catch(
      (fault: unknown) => fault as { stdout: string },
    );
    refused = report.parse(JSON.parse(stdout)).summary.violations.map(({ from, rule }) => ({ from, rule: rule.name }));
  });
  after(() => rm(house, { recursive: true, force: true }));

  for (const [from, line, rule] of IMPORTS)
    it(`${from}: ${line} is ${rule === null ? 'allowed' : 'refused'}`, () => {
      const rules = refused.filter((one) => one.from === from).map((one) => one.rule);
      if (rule === null) assert.deepEqual(rules, []);
      else assert.ok(rules.includes(rule), `refused by ${rules.join(', ') || 'nothing'}`);
    });
});
