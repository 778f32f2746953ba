/** How long a sign-in counts as fresh for a negative opinion, an issuance, a refusal (step-up), in seconds. */
export const FRESH_SECONDS = 300;

/**
 * Whether somebody who was asked who he is at an instant (epoch seconds; null where nobody says) counts as freshly signed
 * in (machine time). One that lies farther ahead than clocks differ is no instant at which he was asked.
 */
export function isFresh(authenticatedAt: number | null, now = Date.now()): boolean {
  return authenticatedAt !== null && Math.abs(now / 1000 - authenticatedAt) <= FRESH_SECONDS;
}
