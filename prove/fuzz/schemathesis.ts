import { execFile, spawn } from 'node:child_process';
import { access, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

/** The version whose findings docs/proofs.md tells. */
export const VERSION = '4.32.5';

const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

const report = z.object({
  complete: z.boolean(),
  test_cases: z.object({ generated: z.number() }),
  failures: z.array(z.unknown()),
  errors: z.array(z.unknown()),
});

/** What one run of it came to. */
export type Found = { calls: number; failures: string[] };

/** The program, installed from PyPI into a virtual environment in the folder where it is not there yet; its path. */
export async function installSchemathesis(folder: string, say: (line: string) => void): Promise<string> {
  const home = join(folder, `schemathesis-${VERSION}`);
  const program = join(home, 'bin', 'schemathesis');
  const isThere = await access(program).then(
    () => true,
    () => false,
  );
  if (isThere) return program;
  say(`schemathesis ${VERSION} comes from PyPI into a virtual environment`);
  const run = promisify(execFile);
  await run('python3', ['-m', 'venv', home]);
  await run(join(home, 'bin', 'pip'), [
    'install',
    '--quiet',
    '--disable-pip-version-check',
    `schemathesis==${VERSION}`,
  ]);
  return program;
}

/**
 * Calls what a description describes, `each` examples an operation (and, where `coverage` says so, the boundary of every
 * schema); a 5xx, a status or media type that is not described, an answer that breaks its schema are failures.
 */
export async function runSchemathesis(asked: {
  program: string;
  folder: string;
  description: string;
  url: string;
  authorization: string | null;
  each: number;
  coverage: boolean;
  seed: number;
}): Promise<Found> {
  await mkdir(asked.folder, { recursive: true });
  const args = [
    'run',
    asked.description,
    '--url',
    asked.url,
    ...(asked.authorization === null ? [] : ['--header', `Authorization: ${asked.authorization}`]),
    '--phases',
    asked.coverage ? 'coverage,fuzzing' : 'fuzzing',
    '--max-examples',
    String(asked.each),
    '--checks',
    CHECKS.join(','),
    '--continue-on-failure',
    '--no-shrink',
    '--suppress-health-check',
    'all',
    '--warnings',
    'off',
    '--seed',
    String(asked.seed),
    '--report',
    'json',
    '--report-dir',
    asked.folder,
  ];
  const said = await outputOf(asked.program, args, asked.folder);
  const written = (await readdir(asked.folder)).filter((name) => name.startsWith('json-')).sort();
  const last = written.at(-1);
  if (last === undefined) throw new Error(`schemathesis wrote no report: ${said.slice(-2_000)}`);
  const read = report.parse(JSON.parse(await readFile(join(asked.folder, last), 'utf8')));
  const wrong = [...read.failures, ...read.errors].map((one) => JSON.stringify(one));
  return {
    calls: read.test_cases.generated,
    failures: read.complete ? wrong : [...wrong, 'the run did not come to its end'],
  };
}

async function outputOf(program: string, args: readonly string[], cwd: string): Promise<string> {
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  await new Promise((resolve, reject) => child.once('close', resolve).once('error', reject));
  return said;
}
