/** The value below which a share (0 to 1) of the values lies: the nearest rank, in the values' own unit. Throws on none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/** Median and range of some repeats, as text: `12.3 (11.0-14.2)`. */
export function medianAndRange(values: readonly number[], digits: number): string {
  const [low, middle, high] = [0, 0.5, 1].map((share) => percentile(values, share).toFixed(digits));
  return `${middle} (${low}-${high})`;
}
