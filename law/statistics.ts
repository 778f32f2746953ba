/** Below this a count is not published, and nothing is measured where fewer stand on either side of it (ADR 38). */
export const FEWEST = 5;

/** A count as it may be published: rounded down to a multiple of five; null says "fewer than five". Zero is zero. */
export function publishedCount(n: number): number | null {
  if (n === 0) return 0;
  return n < FEWEST ? null : n - (n % FEWEST);
}

/**
 * A share in whole per cent of two counts as they are published, so that it says no more than they do: from the exact
 * ones a small `whole` could be computed back. Null where the part or its complement is below five, none included: after a
 * month of 0 or 100 % the next would tell how the one who came between them was answered.
 */
export function publishedShare(part: number, whole: number): number | null {
  const [shown, of] = [publishedCount(part), publishedCount(whole)];
  if (part < FEWEST || whole - part < FEWEST || shown === null || of === null) return null;
  return Math.round((shown / of) * 100);
}

/** How long something took: the number of working days and how many took so long. */
export type Durations = readonly { days: number; n: number }[];

/**
 * The nearest-rank percentile (0 to 1) of durations, in working days; null where fewer than five lie up to it or beyond
 * it: a median needs ten, a 90th percentile fifty.
 */
export function publishedPercentile(durations: Durations, share: number): number | null {
  const whole = durations.reduce((sum, { n }) => sum + n, 0);
  const rank = Math.ceil(share * whole);
  if (rank < FEWEST || whole - rank < FEWEST) return null;
  let seen = 0;
  for (const { days, n } of [...durations].sort((a, b) => a.days - b.days)) {
    seen += n;
    if (seen >= rank) return days;
  }
  return null;
}
