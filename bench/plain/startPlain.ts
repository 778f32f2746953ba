import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Part } from '../../stack/child.ts';
import { spawnPart } from '../../stack/child.ts';
import type { Bench } from '../openBench.ts';
import type { plainCase, PlainShape } from './workflow.ts';

const TASK_QUEUE = 'plain';
/** Registration to FIN: four opinions. */
const CASE: PlainShape = { activities: 3, answers: 4 };
/** Form to register entry: what agencies, Centre, officials and applicant do, each an Update. */
const LIFE: PlainShape = { activities: 12, answers: 18 };
const WORKER = join(import.meta.dirname, 'worker.ts');

/** Starts the worker process of the plain case on the installation's own Temporal server. */
export async function startPlain(
  bench: Bench,
): Promise<{ worker: Part; runCase: () => Promise<void>; runLife: () => Promise<void> }> {
  const { PATH = '', HOME = '' } = process.env;
  const words: string[] = [];
  let ready = () => undefined as void;
  const isReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const env = { PATH, HOME, ...bench.test.stack.env, MOHLET_TASK_QUEUE: TASK_QUEUE };
  const worker = await spawnPart('plain worker', [WORKER], env, (line) => {
    words.push(line);
    if (line === 'ready') ready();
  });
  const ended = worker.exited.then((code) => {
    throw new Error(`the plain case's worker ended with ${code}: ${words.slice(-3).join(' | ')}`);
  });
  await Promise.race([isReady, ended]);
  ended.catch(() => undefined);
  return { worker, runCase: () => run(bench, CASE), runLife: () => run(bench, LIFE) };
}

async function run({ temporal }: Bench, shape: PlainShape): Promise<void> {
  const handle = await temporal.workflow.start<typeof plainCase>('plainCase', {
    workflowId: `plain-${randomUUID()}`,
    taskQueue: TASK_QUEUE,
    args: [shape],
  });
  for (let at = 0; at < shape.answers; at += 1) await handle.executeUpdate<number, []>('answer');
  await handle.result();
}
