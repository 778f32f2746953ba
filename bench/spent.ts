import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Part } from '../stack/child.ts';
import { cpuSeconds } from './cpuSeconds.ts';
import type { Bench } from './openBench.ts';

/** What has been used up so far: processor seconds by process (null where unknown), bytes, commits. */
export type Spent = {
  cpu: ReadonlyMap<string, number | null>;
  database: number;
  log: number;
  files: number;
  commits: number;
};

/** Reads what the installation (and another process beside it) has used up so far; the difference of two readings is the price of what lay between. */
export async function readSpent(bench: Bench, another?: Part): Promise<Spent> {
  const { stack, home } = bench.test;
  const parts = [...stack.parts.values(), ...(another === undefined ? [] : [another])];
  const processes: [string, number][] = [
    ['PostgreSQL', stack.pids.postgres],
    ['Temporal', stack.pids.temporal],
    ...parts.map(({ name, pid }): [string, number] => [name, pid]),
  ];
  const cpu = new Map<string, number | null>();
  for (const [name, pid] of processes) cpu.set(name, await cpuSeconds(pid));
  // The parts are children of this process, whose own share is taken from the operating system's word to itself.
  cpu.set('bench itself', ownSeconds());
  return {
    cpu,
    database: await bench.count(`pg_database_size('mohlet')`),
    log: await bench.count(`pg_current_wal_lsn() - '0/0'::pg_lsn`),
    files: await bytesIn(join(home, 'files')),
    commits: await bench.count(`SELECT xact_commit FROM pg_stat_database WHERE datname = 'mohlet'`),
  };
}

/** The bytes that the files of a folder occupy on the disk. */
async function bytesIn(folder: string): Promise<number> {
  const { stdout } = await promisify(execFile)('du', ['-sk', folder]).catch(() => ({ stdout: '0' }));
  return Number(stdout.split(/\s/)[0]) * 1024;
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
