import type { ParameterValue } from '../parameters.ts';

/** A read of an applicant's data, by the capacity, body and post of who read. */
export type Look = { capacity: string; body: string | null; post: string | null };

const SERVICES = ['state-security', 'foreign-intelligence'];

/**
 * Whether an applicant is shown that somebody read his data: all reads, but those of the two security services only where
 * a dated row names the act that lets them be seen (ADR 37; like their grounds, R1598/2.8).
 */
export function showsLook({ body }: Look, parameter: ParameterValue<'services-reads-shown'>): boolean {
  return parameter !== 'none' || body === null || !SERVICES.includes(body);
}
