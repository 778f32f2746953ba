import type { ClauseId } from '../clauses.ts';
import type { Application } from './application.ts';
import type { ReasonCode } from './reasons.ts';

/** What the choices made demand of a field: it is required, it may be left empty, or why it must be empty. */
export type Demand = 'required' | 'optional' | ReasonCode;

/** A field of the form: JSON pointer, Annex number (empty where the Annex has none), clause, and what is demanded when. */
export type FieldRow = {
  field: string;
  annex: string;
  clause: ClauseId;
  demand: (application: Application) => Demand;
};
