import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** One line of the table: a figure with its unit, what is to be reached, and whether it is (absent: no target). */
export type Measure = { what: string; result: string; target?: string; met?: boolean };

const BEGIN = '<!-- bench: begin (written by npm run bench) -->';
const END = '<!-- bench: end -->';

/** The machine in a line: processor, cores, memory, system, and how busy it was already (load of the last minute). */
export function machine(): string {
  const [first] = cpus();
  const gib = Math.round(totalmem() / 2 ** 30);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  return `${first?.model ?? 'unknown processor'}, ${cpus().length} cores, ${gib} GiB, ${type()} ${release()}, Node ${process.version}; load before: ${load}`;
}

/** The figures as a table in Markdown, columns aligned, so that it reads well in a terminal too. */
export function table(measures: readonly Measure[]): string {
  const rows = [
    ['Measured', 'Result', 'To reach', ''],
    ...measures.map(({ what, result, target, met }) => [
      what,
      result,
      target ?? '',
      met === undefined ? '' : met ? 'met' : 'NOT MET',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** Puts text between the markers of a document, or at its end where it has none; the rest stays as it is. */
export async function writeBetweenMarkers(path: string, text: string): Promise<void> {
  const before = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  });
  const made = `${BEGIN}\n\n${text}\n\n${END}`;
  const [from, to] = [before.indexOf(BEGIN), before.indexOf(END)];
  const after =
    from === -1 || to === -1 ? `${before}${made}\n` : before.slice(0, from) + made + before.slice(to + END.length);
  await writeFile(path, after);
}
