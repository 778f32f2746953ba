import { randomInt } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { ApiDocument } from '../api/openapi/createDocument.ts';
import { CLOCK, descriptionFor } from './fuzz/descriptionFor.ts';
import { type Caller, sow } from './fuzz/ground.ts';
import { keptByCall, MOST_KEPT_BYTES, openHeap } from './fuzz/memory.ts';
import { installSchemathesis, runSchemathesis, VERSION } from './fuzz/schemathesis.ts';
import { openProofStack, type ProofStack } from './proofStack.ts';
import { freePort } from '../stack/ports.ts';
import { boundOf, type Proof, writeProof } from './report.ts';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENT = join(ROOT, 'docs', 'proofs.md');
const FULL = 10_000;
/** The boundaries of the schemas are about two thirds of the calls of a full run, examples by chance the rest. */
const BY_CHANCE = 1 / 3;
const MOST_NAMED = 20;

type Row = { caller: string; operations: number; calls: number; failures: string[]; memory: number };

const began = Date.now();
const say = (line: string) =>
  process.stdout.write(`${((Date.now() - began) / 1000).toFixed(1).padStart(7)} s  ${line}\n`);

const { seed, calls } = read();
const proof = await fuzz();
for (const line of proof.details) say(line);
say(`fuzz: seed ${seed}, n ${proof.n}, failures ${proof.failures}, 95 % bound of the rate: ${boundOf(proof)}`);
// A small count is for looking, and does not replace what the full one found.
if (calls >= FULL) await writeProof(DOCUMENT, proof, new Date().toISOString().slice(0, 10));
process.exit(proof.failures === 0 ? 0 : 1);

/** Calls the API of a stack of its own as everybody who may call it, and as nobody. */
async function fuzz(): Promise<Proof> {
  const cache = process.env['MOHLET_CACHE'] ?? join(ROOT, '.mohlet', 'bin');
  const program = await installSchemathesis(cache, say);
  const port = await freePort();
  const stack = await openProofStack({ cache, extraEnv: { NODE_OPTIONS: `--inspect-port=${port}` } });
  try {
    const url = `http://127.0.0.1:${stack.stack.ports.api}`;
    const { callers, known } = await sow(stack);
    say(`lives at several stages are there: ${known.get('number')?.length ?? 0} cases`);
    const document = (await (await fetch(`${url}/api/v1/openapi.json`)).json()) as ApiDocument;
    const operator = callers.filter(({ who }) => who === 'operator');
    const asked = [
      ...callers.map((caller) => ({ caller, ...descriptionFor(document, caller, known) })),
      ...operator.map((caller) => ({ caller, ...descriptionFor(document, caller, known, CLOCK) })),
    ].filter(({ operations }) => operations > 0);
    const all = asked.reduce((sum, { operations }) => sum + operations, 0);
    const heap = await openHeap(pidOf(stack), port);
    const before = await heap.live();
    const rows: Row[] = [];
    // Everybody who is somebody calls twice: in the second round only what each call leaves behind can still grow.
    const again = calls >= FULL ? asked.filter(({ caller }) => caller.who !== null) : [];
    for (const [at, { caller, document: own, operations }] of [...asked, ...again].entries()) {
      const folder = join(stack.home, `fuzz-${at}`);
      const description = `${folder}.json`;
      await writeFile(description, JSON.stringify(own));
      const { authorization } = caller;
      const each = Math.max(1, Math.round((calls / all) * (calls >= FULL ? BY_CHANCE : 1)));
      const found = await runSchemathesis({
        ...{ program, folder, description, url, authorization, each, seed },
        coverage: calls >= FULL,
      });
      const name = nameOf(caller, operations) + (at < asked.length ? '' : ', again');
      rows.push({ caller: name, operations, ...found, memory: await heap.live() });
      say(`${name}: ${found.calls} calls, ${found.failures.length} failures`);
    }
    heap.close();
    return asProof(before, rows, asked.length);
  } finally {
    await stack.stop();
  }
}

function pidOf({ stack }: ProofStack): number {
  const pid = [...stack.parts.values()].find(({ name }) => name === 'api')?.pid;
  if (pid === undefined) throw new Error('the API does not run');
  return pid;
}

function nameOf({ name }: Caller, operations: number): string {
  return name === 'operator' && operations === 1 ? 'operator, the clock' : name;
}

function asProof(before: number, rows: readonly Row[], round: number): Proof {
  const warm = rows[round - 1]?.memory ?? before;
  const last = rows.at(-1)?.memory ?? before;
  const again = rows.slice(round).reduce((sum, row) => sum + row.calls, 0);
  const kept = keptByCall(warm, last, again);
  const flat = again === 0 || kept <= MOST_KEPT_BYTES;
  const wrong = rows.flatMap(({ failures }) => failures);
  const n = rows.reduce((sum, row) => sum + row.calls, 0);
  return {
    name: 'fuzz',
    what: 'a call of the API, as every role and as nobody: no 5xx, no status, type or body that is not described',
    n,
    failures: wrong.length + (flat ? 0 : 1),
    seed,
    command: `npm run fuzz -- --seed ${seed} --calls ${calls}`,
    details: [
      `schemathesis ${VERSION} on a stack of its own with lives at several stages`,
      ...rows.map(
        ({ caller, operations, calls: made, failures, memory }) =>
          `${caller}: ${operations} operations, ${made} calls, ${failures.length} failures, ${memory.toFixed(1)} MiB live afterwards`,
      ),
      `memory of the API process after a full collection, heap and buffers: ${before.toFixed(1)} MiB before, ${warm.toFixed(1)} MiB after the first round, ${last.toFixed(1)} MiB at the end`,
      again === 0
        ? 'whether memory stays flat is told by a second round, in a full run alone'
        : `the ${again} calls of the second round left ${kept} bytes each: ${flat ? 'flat' : 'NOT flat'} (at most ${MOST_KEPT_BYTES})`,
      ...wrong.slice(0, MOST_NAMED).map((one) => `failed: ${one.slice(0, 1_000)}`),
    ],
  };
}

function read(): { seed: number; calls: number } {
  try {
    const { values } = parseArgs({ options: { seed: { type: 'string' }, calls: { type: 'string' } } });
    const whole = (text: string) => {
      if (!/^\d{1,7}$/.test(text)) throw new Error('not a whole number');
      return Number(text);
    };
    return {
      seed: values.seed === undefined ? randomInt(1_000_000) : whole(values.seed),
      calls: values.calls === undefined ? FULL : Math.max(1, whole(values.calls)),
    };
  } catch {
    process.stderr.write('npm run fuzz -- [--calls N] [--seed N]\n');
    process.exit(2);
  }
}
