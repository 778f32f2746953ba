import type { DifferenceView } from '../../cases/reconcile/readDifferences.ts';
import { DIFFERENCE_WORDS } from '../../cases/reconcile/words.ts';
import { RECONCILE_WORDS } from './words.ts';

/** The table of a pass as lines: each difference with what it is about and how it stands, the sentences, and the sum. */
export function tell(
  shown: readonly Pick<DifferenceView, 'kind' | 'about' | 'how'>[],
  { listed, mended, gone }: { listed: number; mended: number; gone: number },
  language: 'az' | 'en' | 'ru',
): string[] {
  const words = RECONCILE_WORDS[language];
  const sum = words.sum(listed, mended, gone);
  if (shown.length === 0) return [words.nothing, sum];
  const rows = [words.heads, ...shown.map(({ kind, about, how }) => [kind, about, how ?? words.open] as const)];
  const widths = [0, 1].map((at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return [
    ...rows.map(([kind, about, state]) => `${kind.padEnd(widths[0] ?? 0)}  ${about.padEnd(widths[1] ?? 0)}  ${state}`),
    '',
    ...kinds.map((kind) => `${kind}: ${DIFFERENCE_WORDS[kind][language]}`),
    sum,
  ];
}
