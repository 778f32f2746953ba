import type { IdentityFinding } from '../../law/signature-issuance/identity.ts';
import type { Tx } from '../record/database.ts';

/** A check as stored; `items` holds the officer's findings. */
export type CheckRow = { n: number; officer: string; verdict: 'match' | 'mismatch'; items: string };

/** The check of a case that awaits its second officer; null when none does. */
export async function pendingCheck(tx: Tx, caseNumber: string): Promise<CheckRow | null> {
  return tx.maybe<CheckRow>(
    `SELECT n, officer, verdict, items FROM identity_check WHERE case_number = $1 AND state = 'awaits-second'`,
    [caseNumber],
  );
}

/** Whether a check of the case awaits its second officer. */
export async function awaitsSecond(tx: Tx, caseNumber: string): Promise<boolean> {
  return (await pendingCheck(tx, caseNumber)) !== null;
}

/** The findings of a stored check. */
export function findingsOf({ items }: Pick<CheckRow, 'items'>): IdentityFinding[] {
  return JSON.parse(items) as IdentityFinding[];
}
