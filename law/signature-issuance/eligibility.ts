import type { ClauseId } from '../clauses.ts';
import type { Application } from './application.ts';
import type { Language } from './documents.ts';

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
  if (application.applicant?.countryOfResidence !== 'AZE') return { kind: 'eligible' };
  return {
    kind: 'refused',
    clause: 'R1598/1.2.1',
    facts: { reason: 'permanent-residence-in-azerbaijan', applicantKind: application.applicantKind ?? null },
  };
}

const REFUSALS: Partial<Record<ClauseId, Record<Language, string>>> = {
  'R1598/1.2.1': {
    az: 'Sertifikat yalnız qeyri-rezidentlərə verilir. Ərizədə daimi yaşadığınız ölkə kimi Azərbaycan Respublikası göstərilib.',
    en: 'The certificate is issued to non-residents only. The application names the Republic of Azerbaijan as your country of permanent residence.',
    ru: 'Сертификат выдаётся только нерезидентам. В заявлении страной Вашего постоянного проживания указана Азербайджанская Республика.',
  },
  'R1598/1.2.7': {
    az: 'Eyni sertifikat üzrə baxılmaqda olan ərizəniz var.',
    en: 'An application of yours for the same certificate is still open.',
    ru: 'Ваше заявление на такой же сертификат ещё рассматривается.',
  },
};

/** Says to a person why an application was refused before registration, by the clause that refused it. */
export function describeRefusal(clause: ClauseId, language: Language): string {
  const words = REFUSALS[clause];
  if (words === undefined) throw new Error(`no refusal before registration rests on ${clause}`);
  return words[language];
}
