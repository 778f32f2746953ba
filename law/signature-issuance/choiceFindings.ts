import type { Application } from './application.ts';
import { STATELESS } from './countries.ts';
import { type Finding, when } from './findings.ts';
import { isMissionOpen } from './missions.ts';

/** Where the choices of the form contradict each other or the rules; `today` is an ISO day in Baku. */
export function choiceFindings(application: Application, today: string): Finding[] {
  const { service, use, applicantKind: kind, filedBy, declarations, mission } = application;
  const isLegal = kind === 'legal-person';
  const isNatural = kind !== undefined && !isLegal;
  return [
    ...when(service !== undefined && service !== 'issue', '/service', 'not-this-service'),
    ...when(isNatural && use === 'business', '/use', 'business-for-legal-persons-only', 'R1598/1.2.10'),
    ...when(isLegal && use === 'personal', '/use', 'personal-for-natural-persons-only', 'R1598/1.2.11'),
    ...when(isLegal && filedBy === 'self', '/filedBy', 'legal-person-is-represented', 'R1598/2.3.3'),
    ...citizenshipFindings(application),
    ...when(declarations?.rulesAndContract === false, '/declarations/rulesAndContract', 'not-declared'),
    ...when(declarations?.truthfulness === false, '/declarations/truthfulness', 'not-declared'),
    ...when(mission !== undefined && !isMissionOpen(mission, today), '/mission', 'mission-not-open', 'R1598/2.1'),
  ];
}

function citizenshipFindings({ applicantKind: kind, applicant }: Application): Finding[] {
  const citizenship = applicant?.citizenship;
  const issuer = applicant?.identityDocument?.issuingCountry;
  const field = '/applicant/citizenship';
  const clause = 'R1598/1.2.1';
  const isCitizen = citizenship === 'AZE';
  const wrongIssuer = kind === 'citizen-abroad' && issuer !== undefined && issuer !== 'AZE';
  const issued = when(
    wrongIssuer,
    '/applicant/identityDocument/issuingCountry',
    'not-issued-by-azerbaijan',
    'R1598/2.8-citizen',
  );
  if (citizenship === undefined) return issued;
  return [
    ...when(kind === 'citizen-abroad' && !isCitizen, field, 'citizenship-not-azerbaijani', clause),
    ...when(kind === 'foreigner' && isCitizen, field, 'citizenship-azerbaijani', clause),
    ...when(kind === 'foreigner' && citizenship === 'XXA', field, 'stateless-as-foreigner', clause),
    ...when(kind === 'stateless-person' && !STATELESS.includes(citizenship), field, 'citizenship-of-stateless', clause),
    ...issued,
  ];
}
