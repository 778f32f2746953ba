import type { ClauseId } from '../clauses.ts';
import type { ReasonCode } from './reasons.ts';

/** A field that contradicts another fact: JSON pointer, reason, clause. */
export type Finding = { field: string; reason: ReasonCode; clause: ClauseId };

/** The finding, or none, as a list: so that a check reads as one line. */
export function when(found: boolean, field: string, reason: ReasonCode, clause: ClauseId = 'R1598/A'): Finding[] {
  return found ? [{ field, reason, clause }] : [];
}

/** Whether a value typed says nothing: absent, spaces alone, or an object or list of nothing else. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return typeof value === 'object' && Object.values(value).every(isBlank);
}
