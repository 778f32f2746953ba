import { COUNTRIES, CITIZENSHIPS, ISSUERS } from '../../law/signature-issuance/countries.ts';
import { MISSION_IDS } from '../../law/signature-issuance/missions.ts';
import { MOBILE_OPERATORS } from '../../law/signature-issuance/parties.ts';

/** How a field is asked: one of several, from a list, a day in three boxes, a tick, or text. */
export type Input =
  | { kind: 'radios'; options: readonly string[] }
  | { kind: 'select'; options: readonly string[]; of: 'country' | 'mission' }
  | { kind: 'day'; unlimited: boolean }
  | { kind: 'tick' }
  | { kind: 'text'; type: 'text' | 'email' | 'tel'; autocomplete?: string };

const BY_END: readonly (readonly [RegExp, Input])[] = [
  [
    /^\/applicantKind$/,
    { kind: 'radios', options: ['foreigner', 'stateless-person', 'citizen-abroad', 'legal-person'] },
  ],
  [/^\/filedBy$/, { kind: 'radios', options: ['self', 'representative'] }],
  [/^\/carrier$/, { kind: 'radios', options: ['e-imza-token', 'asan-imza-sim'] }],
  [/^\/use$/, { kind: 'radios', options: ['personal', 'business'] }],
  [/^\/mobileOperator$/, { kind: 'radios', options: MOBILE_OPERATORS }],
  [/^\/signatureUse$/, { kind: 'radios', options: ['internal-documents', 'outgoing-documents', 'both'] }],
  [/^\/sealUse$/, { kind: 'radios', options: ['within-official-powers'] }],
  [/^\/languageOfNotices$/, { kind: 'radios', options: ['az', 'en', 'ru'] }],
  [/\/sex$/, { kind: 'radios', options: ['female', 'male', 'unspecified'] }],
  [/\/identityDocument\/kind$/, { kind: 'radios', options: ['passport', 'identity-card'] }],
  [/\/sealAuthority$/, { kind: 'radios', options: ['true', 'false'] }],
  [/\/citizenship$/, { kind: 'select', options: CITIZENSHIPS, of: 'country' }],
  [/\/(countryOfResidence|bankAccount\/country)$/, { kind: 'select', options: COUNTRIES, of: 'country' }],
  [/\/issuingCountry$/, { kind: 'select', options: ISSUERS, of: 'country' }],
  [/^\/mission$/, { kind: 'select', options: MISSION_IDS, of: 'mission' }],
  [/\/validUntil$/, { kind: 'day', unlimited: true }],
  [/\/(birthDate|validFrom|powerOfAttorney\/date)$/, { kind: 'day', unlimited: false }],
  [/\/noPatronymic$|^\/declarations\//, { kind: 'tick' }],
  [/\/email$/, { kind: 'text', type: 'email', autocomplete: 'email' }],
  [/^\/applicant\/phones\/mobile$/, { kind: 'text', type: 'tel', autocomplete: 'tel' }],
  [/\/phones\/|^\/asanNumber$/, { kind: 'text', type: 'tel' }],
  [/^\/applicant\/surname$/, { kind: 'text', type: 'text', autocomplete: 'family-name' }],
  [/^\/applicant\/givenName$/, { kind: 'text', type: 'text', autocomplete: 'given-name' }],
];

/** How the field at a JSON pointer is asked. */
export function inputOf(field: string): Input {
  return BY_END.find(([pattern]) => pattern.test(field))?.[1] ?? { kind: 'text', type: 'text' };
}

/** A field's name in the form: `/applicant/surname` is `applicant_surname`. */
export function nameOf(field: string): string {
  return field.slice(1).replaceAll('/', '_');
}

/** Where a mistake in a field is linked to: the first box of a day, for only an input takes the focus. */
export function errorField(field: string): string {
  return inputOf(field).kind === 'day' ? `${nameOf(field)}-day` : nameOf(field);
}
