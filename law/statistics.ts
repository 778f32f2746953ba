/** Below this a count is not published, and nothing is measured on so few cases twice over (ADR 38). */
export const FEWEST = 5;
const FEWEST_MEASURED = 10;

/** A count as it may be published: rounded down to a multiple of five; null says "fewer than five". Zero is zero. */
export function publishedCount(n: number): number | null {
  if (n === 0) return 0;
  return n < FEWEST ? null : n - (n % FEWEST);
}

/** A share in whole per cent of two counts; null where either is too small to be published, or its complement is. */
export function publishedShare(part: number, whole: number): number | null {
  if (whole < FEWEST_MEASURED || (part > 0 && part < FEWEST) || (part < whole && whole - part < FEWEST)) return null;
  return Math.round((part / whole) * 100);
}

/** How long something took: the number of working days and how many took so long. */
export type Durations = readonly { days: number; n: number }[];

/** The nearest-rank percentile (0 to 1) of durations, in working days; null on fewer than ten. */
export function publishedPercentile(durations: Durations, share: number): number | null {
  const whole = durations.reduce((sum, { n }) => sum + n, 0);
  if (whole < FEWEST_MEASURED) return null;
  const rank = Math.max(1, Math.ceil(share * whole));
  let seen = 0;
  for (const { days, n } of [...durations].sort((a, b) => a.days - b.days)) {
    seen += n;
    if (seen >= rank) return days;
  }
  return null;
}
