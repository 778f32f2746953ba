import type { ClauseId } from '../clauses.ts';

/** Why an application can no longer be withdrawn; the area's words explain each. */
export type NoWithdrawal = 'certificate-in-hand' | 'refused-already' | 'ended-already';

const ENDED: Readonly<Record<string, { clause: ClauseId; reason: NoWithdrawal }>> = {
  issued: { clause: 'R1598/2.15', reason: 'certificate-in-hand' },
  'negative-opinion': { clause: 'R1598/2.8', reason: 'refused-already' },
  'centre-refusal': { clause: 'R1598/2.9', reason: 'refused-already' },
  mismatch: { clause: 'R1598/2.13', reason: 'refused-already' },
};

/**
 * Whether an application may still be withdrawn: until the certificate is in the applicant's hand (R1598/2.15), at any
 * stage, before the decision and after it (ADR 27); `outcome` is the case's own.
 */
export function mayWithdraw({
  stage,
  outcome,
}: {
  stage: string;
  outcome: string | null;
}): { kind: 'allowed' } | { kind: 'refused'; clause: ClauseId; reason: NoWithdrawal } {
  if (stage !== 'register' && stage !== 'ended') return { kind: 'allowed' };
  return { kind: 'refused', ...(ENDED[outcome ?? ''] ?? { clause: 'R1598/2.15', reason: 'ended-already' }) };
}

/**
 * When a case was decided on the opinions (R1598/2.8; ISO as given), null where it was not: of a case withdrawn before, the
 * instant of its outcome is that of its end (R1598/2.15), and nobody consented to it.
 */
export function opinionsDecidedAt(facts: {
  outcome: string | null;
  decidedAt: string | null;
  closedAt: string | null;
}): string | null {
  return facts.outcome === 'withdrawn' && facts.decidedAt === facts.closedAt ? null : facts.decidedAt;
}
