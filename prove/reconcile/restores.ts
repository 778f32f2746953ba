import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Registered } from '../../demo/portal.ts';
import type { Failure } from '../check.ts';
import { passDays } from '../kill/load.ts';
import type { Say } from '../proofStack.ts';
import { waitUntilDone } from '../waitUntilDone.ts';
import { decided, delivered, register, withdrawAll } from './applicants.ts';
import { finish, goOn } from './goOn.ts';
import type { Ground } from './ground.ts';
import { checkOnce } from './once.ts';
import { openGround, stopParts } from './openGround.ts';

const run = promisify(execFile);
const WITHIN_MS = 300_000;

/** What came of the restores; `details` says in which state they found the cases. */
type Restored = { n: number; failures: Failure[]; details: string[] };

/**
 * PostgreSQL restored to a copy of some minutes ago while Temporal is ahead, then Temporal restored to a copy while
 * PostgreSQL is ahead: every case must go on to where the mission has the ball, nothing be issued twice, and every case
 * end when its applicant withdraws it. Half the cases want a certificate of either Centre.
 */
export async function proveRestores({ cases, say }: { cases: number; say: Say }): Promise<Restored> {
  const ground = await openGround();
  try {
    const behind = await restorePostgres(ground, cases, say);
    const ahead = await restoreTemporal(ground, cases, say);
    return {
      n: behind.n + ahead.n,
      failures: [...behind.failures, ...ahead.failures],
      details: [...behind.details, ...ahead.details],
    };
  } finally {
    await ground.close();
  }
}

/** Some cases have all their terms running at the copy; in the minutes that are lost they are decided, and others come. */
async function restorePostgres(ground: Ground, cases: number, say: Say): Promise<Restored> {
  const { proof } = ground;
  const kept = await register(ground, 2 * Math.ceil(cases / 2));
  await delivered(ground, WITHIN_MS);
  await stopParts(ground, 'worker', 'api');
  const data = join(proof.home, 'postgres');
  await proof.stack.restartPostgres(() => copy(data, `${data}.copy`));
  await startParts(ground);
  const forgotten = await register(ground, Math.ceil(cases / 2));
  await delivered(ground, WITHIN_MS);
  await passDays(proof);
  const before = await waitUntilDone(proof, WITHIN_MS, say);
  await decided(ground, WITHIN_MS);
  const fins = await finsOf(ground);
  say(`${fins.size} virtual FINs and certificates are given; PostgreSQL is restored`);

  await stopParts(ground, 'worker', 'api');
  await proof.stack.restartPostgres(async () => {
    await rm(data, { recursive: true });
    await run('mv', [`${data}.copy`, data]);
  });
  await startParts(ground);
  const found = await goOn(ground, 'PostgreSQL', say);
  // Their numbers are those of the forgotten ones, whose workflows Temporal still knows.
  const after = await register(ground, forgotten.length);
  const known = numbersOf(kept);
  const what = `PostgreSQL restored behind Temporal: ${kept.length} cases set back from the mission to the agencies, ${forgotten.length} forgotten, ${found} differences listed`;
  const end = await finishAndEnd(ground, { known, fins, cases: [...kept, ...after], say });
  return { n: end.n, failures: [...before, ...end.failures], details: [what, ...end.details] };
}

/** Temporal's copy knows some cases at their beginning and others not at all. */
async function restoreTemporal(ground: Ground, cases: number, say: Say): Promise<Restored> {
  const { proof } = ground;
  const known = await register(ground, 2 * Math.ceil(cases / 2));
  await delivered(ground, WITHIN_MS);
  const file = join(proof.home, 'temporal.db');
  const ends = ['', '-shm', '-wal'];
  await proof.stack.restartTemporal({
    meanwhile: async () => void (await Promise.all(ends.map((end) => copy(`${file}${end}`, `${file}.copy${end}`)))),
  });
  const unknown = await register(ground, Math.ceil(cases / 2));
  await delivered(ground, WITHIN_MS);
  say(`${unknown.length} cases came after the copy; Temporal is restored`);
  await proof.stack.restartTemporal({
    meanwhile: async () => {
      for (const end of ends) {
        await rm(`${file}${end}`, { force: true });
        await copy(`${file}.copy${end}`, `${file}${end}`);
      }
    },
  });
  const found = await goOn(ground, 'Temporal', say);
  const all = [...known, ...unknown];
  const what = `Temporal restored behind PostgreSQL: ${known.length} cases set back, ${unknown.length} unknown to it, ${found} differences listed`;
  const end = await finishAndEnd(ground, { known: numbersOf(all), fins: new Map(), cases: all, say });
  return { ...end, details: [what] };
}

async function finishAndEnd(
  ground: Ground,
  of: { known: readonly string[]; fins: ReadonlyMap<string, string>; cases: readonly Registered[]; say: Say },
): Promise<Restored> {
  const owed = await finish(ground, of.say);
  const once = await checkOnce(ground, of);
  const ends = await withdrawAll(ground, of.cases, WITHIN_MS);
  of.say(`${of.cases.length} cases are withdrawn and end`);
  return {
    n: of.cases.length,
    failures: [...owed, ...once.failures, ...ends],
    details: once.details,
  };
}

function numbersOf(cases: readonly Registered[]): string[] {
  return cases.map(({ caseNumber }) => caseNumber);
}

/** The FIN of every case that has one, as the index it is found by. */
async function finsOf({ proof }: Ground): Promise<ReadonlyMap<string, string>> {
  const rows = await proof.owner.many<{ number: string; fin: string }>(
    `SELECT v.case_number AS number, p.fin_index AS fin FROM virtual_fin v JOIN person p ON p.id = v.person_id`,
  );
  return new Map(rows.map(({ number, fin }) => [number, fin]));
}

async function startParts({ proof }: Ground): Promise<void> {
  await Promise.all([proof.stack.startPart('api'), proof.stack.startPart('worker')]);
}

/** A copy with owners and rights; a part of Temporal's file that is not there is left out. */
async function copy(from: string, to: string): Promise<void> {
  await run('cp', ['-a', from, to]).catch((fault: unknown) => {
    if (!/-(shm|wal)$/.test(from)) throw fault;
  });
}
