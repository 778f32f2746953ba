import type { ClauseId } from '../clauses.ts';
import type { Application } from './application.ts';

/** Whether the rules cover the applicant; `facts` holds codes only. */
export type Eligibility =
  | { kind: 'eligible' }
  | {
      kind: 'refused';
      clause: ClauseId;
      facts: {
        reason: 'permanent-residence-in-azerbaijan';
        applicantKind: NonNullable<Application['applicantKind']> | null;
      };
    };

/**
 * Whether the applicant is a non-resident (R1598/1.2.1; 1.4: nobody else is covered). The Annex states it by the country
 * of permanent residence (3.7); where that is not filled in, completeness asks for it and nobody is refused.
 */
export function isEligible(application: Application): Eligibility {
  // Of a legal person the act asks that it operates abroad; section 3 is then the bearer, who may live anywhere.
  if (application.applicantKind === 'legal-person') return { kind: 'eligible' };
  if (application.applicant?.countryOfResidence !== 'AZE') return { kind: 'eligible' };
  return {
    kind: 'refused',
    clause: 'R1598/1.2.1',
    facts: { reason: 'permanent-residence-in-azerbaijan', applicantKind: application.applicantKind ?? null },
  };
}

/**
 * Whether somebody may apply at all, asked before there is an application (R1598/1.2.1): a person by where he permanently
 * lives, a legal person by where it operates.
 */
export function isCovered(kind: NonNullable<Application['applicantKind']>, country: string): boolean {
  return kind === 'legal-person'
    ? country !== 'AZE'
    : isEligible({ applicantKind: kind, applicant: { countryOfResidence: country } } as Application).kind ===
        'eligible';
}
