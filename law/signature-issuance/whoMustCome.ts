import type { Application } from './application.ts';

/** Who comes to the mission, as its officer sees it. */
export const WHO_CAME = ['applicant', 'representative', 'somebody-else'] as const;
export type WhoCame = (typeof WHO_CAME)[number];

/**
 * Who must come (R1598/2.12): the non-resident himself, also where a representative filed for him; a legal person has no
 * feet and comes by its representative (ADR 24).
 */
export function whoMustCome({ applicantKind }: Pick<Application, 'applicantKind'>): Exclude<WhoCame, 'somebody-else'> {
  return applicantKind === 'legal-person' ? 'representative' : 'applicant';
}
