import type { ClauseId } from '../../law/clauses.ts';
import type { CaseRow, Done } from './inCase.ts';

/**
 * A deed that may not be done: the clause that forbids it, why as a code that the area's words explain, and the stage
 * the case stands in. Nothing was changed.
 */
export type Refused<R extends string = string> = {
  kind: 'refused';
  clause: ClauseId;
  reason: R;
  stage: CaseRow['stage'];
  /** What each item at fault is, where several are. */
  items?: readonly { item: string; reason: string }[];
};

/** A case that is not this official's: answered like one that does not exist, and kept in the evidence. */
export type NotYours = { kind: 'not-yours' };

/** Refuses a deed in the state the case is in; the refusal stands in the evidence and changes nothing else. */
export function refuseDeed<R extends string>(
  { stage }: Pick<CaseRow, 'stage'>,
  deed: string,
  { clause, reason, items }: { clause: ClauseId; reason: R; items?: readonly { item: string; reason: string }[] },
): Done<Refused<R>> {
  return {
    outcome: { kind: 'refused', clause, reason, stage, ...(items !== undefined && { items }) },
    evidence: [{ what: 'deed-refused', clause, facts: { deed, reason, stage, ...(items !== undefined && { items }) } }],
  };
}

/** Refuses a deed on a case that is not the official's own. */
export function refuseForeign(deed: string): Done<NotYours> {
  return { outcome: { kind: 'not-yours' }, evidence: [{ what: 'deed-refused', facts: { deed, reason: 'not-yours' } }] };
}
