import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { measureCalendar } from './calendar.ts';
import { measureCases } from './cases.ts';
import { type Bench, openBench } from './openBench.ts';
import { measureLives } from './lives.ts';
import { measureOpinions } from './opinions.ts';
import { measurePages } from './pages.ts';
import { type PartName, PARTS, readArguments } from './readArguments.ts';
import { machine, type Measure, table, writeBetweenMarkers } from './report.ts';
import { measureSilences } from './silences.ts';
import type { Size } from './sizes.ts';

const DOCUMENT = join(import.meta.dirname, '..', 'docs', 'performance.md');

/** The parts that are measured on a whole installation; `calendar` on a record alone, beside nothing else. */
const MEASURE: Readonly<Record<Exclude<PartName, 'calendar'>, (bench: Bench, size: Size) => Promise<Measure[]>>> = {
  cases: measureCases,
  lives: measureLives,
  opinions: measureOpinions,
  silences: measureSilences,
  pages: measurePages,
};

const began = Date.now();
const say = (line: string) =>
  process.stderr.write(`${String(Math.round((Date.now() - began) / 1_000)).padStart(4)} s  ${line}\n`);

/** Measures what was asked for, prints the table, and writes it into its document after a whole run. */
async function main(words: readonly string[]): Promise<void> {
  const { size, parts, out, profile } = readArguments(words, DOCUMENT);
  if (profile !== null) await mkdir(profile, { recursive: true });
  const before = machine();
  const onStack = parts.filter((part) => part !== 'calendar');
  const bench = onStack.length === 0 ? null : await openBench(say, profile === null ? null : resolve(profile));
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= bench?.close() ?? Promise.resolve());
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(130)));
  try {
    const measures: Measure[] = [];
    if (bench !== null) for (const part of onStack) measures.push(...(await MEASURE[part](bench, size)));
    await close();
    if (parts.includes('calendar')) measures.push(...(await measureCalendar(say, size)));
    const options = [
      ...(size.name === 'full' ? [] : [`--${size.name}`]),
      ...(parts.length === PARTS.length ? [] : parts),
    ];
    const command = ['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' ');
    const day = new Date().toISOString().slice(0, 10);
    const text = `\`${command}\` on ${day}, ${before}. Repeats: median (lowest-highest).\n\n${table(measures)}`;
    process.stdout.write(`\n${text}\n`);
    if (out !== null) await writeBetweenMarkers(out, text);
  } finally {
    await close();
  }
}

try {
  await main(process.argv.slice(2));
  process.exit(0);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
