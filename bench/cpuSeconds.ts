import { readdir, readFile } from 'node:fs/promises';

/** Linux counts processor time for programs in hundredths of a second (USER_HZ), whatever the kernel's own tick. */
const TICKS_A_SECOND = 100;

type Stat = { pid: number; parent: number; ticks: number };

/**
 * Processor seconds (user and system) that a process and all its descendants, ended ones included, have used so far,
 * from /proc (proc(5), fields 14-17); null where there is no /proc.
 */
export async function cpuSeconds(root: number): Promise<number | null> {
  const entries = await readdir('/proc').catch(() => null);
  if (entries === null) return null;
  const stats = (await Promise.all(entries.filter((name) => /^\d+$/.test(name)).map(readStat))).filter(
    (stat) => stat !== null,
  );
  let ticks = 0;
  const left = [root];
  for (let pid = left.pop(); pid !== undefined; pid = left.pop()) {
    ticks += stats.find((stat) => stat.pid === pid)?.ticks ?? 0;
    for (const stat of stats) if (stat.parent === pid && stat.pid !== root) left.push(stat.pid);
  }
  return ticks / TICKS_A_SECOND;
}

async function readStat(name: string): Promise<Stat | null> {
  const text = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
  // The program's name in parentheses may hold blanks; the fields are counted from behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 15) return null;
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { pid: Number(name), parent: Number(fields[1]), ticks };
}
