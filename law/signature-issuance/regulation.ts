import type { ClauseId } from '../clauses.ts';
import { legalLimit, legalLimitInMonths } from '../limits.ts';
import { COPIES_STAGES, ISSUANCE_STAGES, type OpenStage } from './stages.ts';

/** A body that does an operation or takes part in it; the exact one follows from the case. */
export type Body =
  | 'applicant'
  | 'portal-operator'
  | 'agencies'
  | 'entry-exit-register'
  | 'centre'
  | 'mission'
  | 'ministry:foreign-affairs'
  | 'ministry:communications'
  | 'mobile-operator';

/** How long an operation may take: the limit of a clause (law/limits.ts), at once, or no limit that an act states. */
export type MaximumDuration = { limitOf: ClauseId } | { monthsOf: ClauseId } | 'at-once' | 'not-stated';

/**
 * One operation as an administrative regulation lists it (Q191/A1, 3.4): the clause, who is responsible, the maximum
 * duration, and the bodies taking part. Its content and result are in `words/regulationWords.ts`, by its id.
 */
export type Operation = {
  id: string;
  clause: ClauseId;
  responsible: Body;
  within: MaximumDuration;
  takingPart: readonly Body[];
};

/**
 * The operations of signature-issuance in their order (Q191/A1, 3.4), by the stage of the case in which each is done; a
 * stage without its operations does not compile.
 */
export const REGULATION = {
  opinions: [
    operation('register', 'R1598/2.6', 'portal-operator', 'at-once', ['applicant']),
    operation('send-to-agencies', 'R1598/2.7', 'portal-operator', 'not-stated', ['agencies']),
    operation('give-opinion', 'R1598/2.8', 'agencies', { limitOf: 'R1598/2.8' }, ['portal-operator']),
  ],
  'virtual-fin': [operation('give-virtual-fin', 'R1598/2.8', 'entry-exit-register', 'at-once', ['portal-operator'])],
  centre: [
    operation('send-to-centre', 'R1598/2.8-route', 'portal-operator', 'not-stated', ['centre']),
    operation('decide-issuance', 'R1598/2.9', 'centre', 'not-stated', ['applicant', 'mission']),
  ],
  invitation: [
    operation('hand-things-over', 'R1598/2.10', 'centre', 'not-stated', [
      'portal-operator',
      'mobile-operator',
      'ministry:foreign-affairs',
      'mission',
    ]),
    operation('invite', 'R1598/2.11', 'mission', { limitOf: 'R1598/2.11' }, ['applicant']),
  ],
  identity: [
    operation('check-identity', 'R1598/2.12', 'mission', 'not-stated', ['applicant']),
    operation('refuse-mismatch', 'R1598/2.13', 'mission', 'not-stated', ['entry-exit-register', 'applicant']),
  ],
  contract: [
    operation('sign-contract', 'R1598/2.14', 'mission', 'not-stated', ['applicant']),
    operation('hand-to-applicant', 'R1598/2.15', 'mission', 'not-stated', ['applicant']),
  ],
  register: [operation('enter-in-register', 'R1598/5.4', 'centre', { limitOf: 'R1598/5.4' }, [])],
  collecting: [
    operation('hand-copies-home', 'R1598/2.16', 'mission', { monthsOf: 'R1598/2.16' }, ['ministry:foreign-affairs']),
  ],
  ministry: [
    operation('pass-copies-apart', 'R1598/2.17', 'ministry:foreign-affairs', { limitOf: 'R1598/2.17' }, [
      'ministry:communications',
      'portal-operator',
    ]),
  ],
  delivery: [
    operation('send-copies-on', 'R1598/2.18', 'ministry:communications', { limitOf: 'R1598/2.18' }, [
      'portal-operator',
      'centre',
      'mobile-operator',
    ]),
  ],
} as const satisfies Record<OpenStage, readonly [Operation, ...Operation[]]>;

/** The name of an operation. */
export type OperationId = (typeof REGULATION)[OpenStage][number]['id'];

/** All operations in their order, each with its stage. */
export function operationsInOrder(): (Operation & { id: OperationId; stage: OpenStage })[] {
  return [...ISSUANCE_STAGES, ...COPIES_STAGES].flatMap((stage) => REGULATION[stage].map((one) => ({ ...one, stage })));
}

/** The maximum duration of an operation on an ISO day (Baku), from the law's limits; throws where none was in force. */
export function maximumDuration(
  { within }: Pick<Operation, 'within'>,
  day: string,
): { workingDays: number } | { months: number } | 'at-once' | 'not-stated' {
  if (within === 'at-once' || within === 'not-stated') return within;
  if ('limitOf' in within) return { workingDays: legalLimit(within.limitOf, day).workingDays };
  return { months: legalLimitInMonths(within.monthsOf, day).months };
}

function operation<I extends string>(
  id: I,
  clause: ClauseId,
  responsible: Body,
  within: MaximumDuration,
  takingPart: readonly Body[],
): Operation & { id: I } {
  return { id, clause, responsible, within, takingPart };
}
