/** How long a sign-in counts as fresh for a negative opinion, an issuance, a refusal (step-up), in seconds. */
export const FRESH_SECONDS = 300;

/** Whether somebody who was asked who he is at an instant (epoch seconds) counts as freshly signed in (machine time). */
export function isFresh(authenticatedAt: number, now = Date.now()): boolean {
  return now / 1000 - authenticatedAt <= FRESH_SECONDS;
}
