import { COUNTRIES, CITIZENSHIPS, ISSUERS } from '../../law/signature-issuance/countries.ts';
import { MISSION_IDS } from '../../law/signature-issuance/missions.ts';
import { MOBILE_OPERATORS } from '../../law/signature-issuance/parties.ts';

/** How a field is asked: one of several, from a list, a day in three boxes, a tick, or text. */
export type Input =
  | { kind: 'radios'; options: readonly string[] }
  | { kind: 'select'; options: readonly string[]; of: 'country' | 'mission' }
  | { kind: 'day'; unlimited: boolean }
  | { kind: 'tick' }
  | { kind: 'text'; type: 'text' | 'email' | 'tel' };

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
  [/\/email$/, { kind: 'text', type: 'email' }],
  [/\/phones\/|^\/asanNumber$/, { kind: 'text', type: 'tel' }],
];

/** What a browser knows of its user, by our name of it (HTML 4.10.18.7; WCAG 1.3.5); of a day, its parts. */
const PURPOSES: Readonly<Record<string, string>> = {
  surname: 'family-name',
  givenName: 'given-name',
  patronymic: 'additional-name',
  birthDate: 'bday',
  countryOfResidence: 'country-name',
  'phones/mobile': 'tel',
  'phones/home': 'home tel',
  'phones/work': 'work tel',
  email: 'email',
  'workplace/post': 'organization-title',
};

/** What the browser may fill a field in with: only where it asks about whoever types, the applicant or his representative. */
export function purposeOf(field: string, filedBy: 'self' | 'representative' | undefined): string | undefined {
  const [, whose = '', what = ''] = /^\/(applicant|representative)\/(.+)$/.exec(field) ?? [];
  return whose === (filedBy === 'representative' ? 'representative' : 'applicant') ? PURPOSES[what] : undefined;
}

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
