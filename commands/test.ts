import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { join, relative, resolve } from 'node:path';
import { findTemporal, findTestServer } from '../stack/temporal.ts';
import { startTestPostgres } from '../test/support/postgres.ts';

/** Every test file, or those whose path holds one of the words given; law first, for it is the quickest to fail. */
const ROOT = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const files = globSync('test/**/*.test.ts', { cwd: ROOT })
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .sort((a, b) => order(a) - order(b) || a.localeCompare(b))
  .map((file) => resolve(ROOT, file));

function order(file: string): number {
  const rooms = ['test/law', 'test/proof', 'test/adapters', 'test/cases', 'test/api'];
  const at = rooms.findIndex((room) => file.startsWith(room));
  return at === -1 ? rooms.length : at;
}

/** After how long a file counts as hung: the slowest takes two minutes where nothing else runs, and six where much does. */
const PATIENCE_MS = 30 * 60_000;

/** How many of the slowest files are named at the end. */
const SHOWN = 10;

const say = (line: string) => process.stderr.write(`${line}\n`);
const cache = process.env['MOHLET_CACHE'] ?? join(ROOT, '.mohlet', 'bin');
process.env['MOHLET_TEST_TEMPORAL'] = await findTemporal(cache, say);
process.env['MOHLET_TEST_SERVER'] = await findTestServer(cache, say);
// Every file is a process of its own: without this each strips and compiles the same program anew, half of its work.
process.env['NODE_COMPILE_CACHE'] ??= join(cache, 'compiled');
const postgres = await startTestPostgres();
process.env['MOHLET_TEST_ADMIN_URL'] = postgres.adminUrl;

const count = { passed: 0, failed: 0, skipped: 0 };
// One file more than there are processors: those that run a whole installation wait a good deal, and with one for each
// processor a quarter of the processors' time was idle.
const stream = run({ files, concurrency: availableParallelism() + 1, timeout: PATIENCE_MS });
stream.on('test:pass', ({ skip, details }) => {
  if (details.type === 'suite') return;
  if (skip === undefined || skip === false) count.passed += 1;
  else count.skipped += 1;
});
stream.on('test:fail', ({ details }) => {
  if (details.type !== 'suite') count.failed += 1;
});
const took: { file: string; seconds: number }[] = [];
stream.on('test:complete', ({ name, file, details }) => {
  if (name === file) took.push({ file: relative(ROOT, name), seconds: details.duration_ms / 1_000 });
});
await new Promise((done) => {
  stream.compose(spec).pipe(process.stdout);
  stream.once('end', done);
});
await postgres.stop();
const slowest = took.sort((a, b) => b.seconds - a.seconds).slice(0, SHOWN);
for (const { file, seconds } of slowest) process.stdout.write(`${seconds.toFixed(0).padStart(6)} s  ${file}\n`);
process.stdout.write(`\n${count.passed} passed, ${count.failed} failed\n`);
process.exit(count.failed === 0 && count.passed > 0 ? 0 : 1);
