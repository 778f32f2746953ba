import type { Application } from './application.ts';
import type { FieldRow } from './demand.ts';

/** The fields of a person with the second part of their Annex numbers: sections 3 and 4 count alike up to 13. */
const PERSON_FIELDS = [
  ['surname', '1'],
  ['givenName', '2'],
  ['patronymic', '3'],
  ['noPatronymic', '3'],
  ['birthDate', '4'],
  ['birthPlace', '4'],
  ['sex', '5'],
  ['citizenship', '6'],
  ['countryOfResidence', '7'],
  ['residentialAddress', '8'],
  ['registeredAddress', '9'],
  ['identityDocument/kind', '10'],
  ['identityDocument/series', '10'],
  ['identityDocument/number', '10'],
  ['identityDocument/validFrom', '10'],
  ['identityDocument/validUntil', '10'],
  ['identityDocument/machineReadableZone', '10'],
  ['phones', '11'],
  ['phones/mobile', '11'],
  ['phones/home', '11'],
  ['phones/work', '11'],
  ['email', '12'],
  ['identityDocument/issuingAuthority', '13'],
  ['identityDocument/issuingCountry', '13'],
] as const;

/** A field of a person, as `/applicant` and `/representative` have it. */
export type PersonField = (typeof PERSON_FIELDS)[number][0];

// Of the telephones any one will do; a document need not have a series, nor show the first day of its validity.
const OPTIONAL: readonly string[] = [
  'noPatronymic',
  'identityDocument/series',
  'identityDocument/validFrom',
  'identityDocument/machineReadableZone',
  'phones/mobile',
  'phones/home',
  'phones/work',
];

/** The rows of the person of a section; they demand nothing unless the section is to be filled in. */
export function personRows(
  at: '/applicant' | '/representative',
  section: '3' | '4',
  isFilledIn: (application: Application) => boolean,
): FieldRow[] {
  const of = (application: Application) => (at === '/applicant' ? application.applicant : application.representative);
  return PERSON_FIELDS.map(([name, number]) => ({
    field: `${at}/${name}`,
    annex: `${section}.${number}`,
    clause: 'R1598/A',
    demand: (application) => {
      if (!isFilledIn(application) || OPTIONAL.includes(name)) return 'optional';
      if (name === 'patronymic' && of(application)?.noPatronymic === true) return 'optional';
      // Who has no citizenship may leave it empty or give the code of the travel document.
      if (name === 'citizenship' && at === '/applicant' && application.applicantKind === 'stateless-person')
        return 'optional';
      return 'required';
    },
  }));
}
