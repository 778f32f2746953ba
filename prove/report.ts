import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A proof that was run: what it tried `n` times, how often it failed, by which seed and command, and details. */
export type Proof = {
  name: string;
  what: string;
  n: number;
  failures: number;
  seed: number;
  command: string;
  details: readonly string[];
};

const HEAD = `# Proofs

Each row is written by its command, which fails when there is one failure. The bound is the failure rate that n trials
without a failure still leave possible with 95 % confidence (3/n).

| proof | what is tried n times | n | failures | 95 % bound | seed | date | command |
| --- | --- | --- | --- | --- | --- | --- | --- |
`;

/** The 95 % bound of the failure rate in words: 3/n where nothing failed (the rule of three), the rate seen where it did. */
export function boundOf({ n, failures }: Pick<Proof, 'n' | 'failures'>): string {
  if (n === 0) return 'nothing was tried';
  if (failures > 0) return `none (${percent(failures / n)} failed)`;
  return `below ${percent(Math.min(1, 3 / n))}`;
}

function percent(rate: number): string {
  return `${Number((rate * 100).toPrecision(3))} %`;
}

/** Writes the proof's row and its details into the document, in place of those of an earlier run; `day` is ISO. */
export async function writeProof(file: string, proof: Proof, day: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => HEAD);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, withDetails(withRow(before, proof, day), proof));
}

function withRow(text: string, proof: Proof, day: string): string {
  const { name, what, n, failures, seed, command } = proof;
  const row = `| ${[name, what, n, failures, boundOf(proof), seed, day, `\`${command}\``].join(' | ')} |`;
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| ${name} |`));
  if (at >= 0) return lines.with(at, row).join('\n');
  const last = lines.findLastIndex((line) => line.startsWith('| '));
  return lines.toSpliced(last + 1, 0, row).join('\n');
}

function withDetails(text: string, { name, details }: Proof): string {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`];
  const section = [begin, `## ${name}`, '', ...details.map((line) => `- ${line}`), end].join('\n');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from >= 0 && to > from) return text.slice(0, from) + section + text.slice(to + end.length);
  return `${text.trimEnd()}\n\n${section}\n`;
}
