/** How long a session lives (machine time, milliseconds): without a request, and in all; ASVS 5, 7.3. */
export const SESSION_LIMITS = {
  official: { idle: 30 * 60_000, whole: 12 * 3_600_000 },
  applicant: { idle: 30 * 60_000, whole: 4 * 3_600_000 },
  anyone: { idle: 2 * 3_600_000, whole: 24 * 3_600_000 },
} as const;
