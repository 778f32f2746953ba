import { bakuDay } from '../calendar/bakuTime.ts';
import { instantAfterMonths } from '../calendar/months.ts';
import { legalLimitInMonths } from '../limits.ts';

/**
 * The instant (ISO, Baku's offset) until which a certificate issued at an instant is valid (R1598/2.19): three years
 * from issue, at the same time of day in Baku; from 29 February until 28 February (ADR 20).
 */
export function validityEnd(issuedAt: string): string {
  return instantAfterMonths(issuedAt, legalLimitInMonths('R1598/2.19', bakuDay(issuedAt)).months);
}

/** Whether a certificate is valid for exactly as long as R1598/2.19 says; instants are ISO, any offset. */
export function isValidForThreeYears({ validFrom, validUntil }: { validFrom: string; validUntil: string }): boolean {
  return Temporal.Instant.from(validityEnd(validFrom)).equals(Temporal.Instant.from(validUntil));
}
