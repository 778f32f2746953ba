import type { Application } from '../../law/signature-issuance/application.ts';
import { FIELDS } from '../../law/signature-issuance/fields.ts';

/** The steps of the form in the order they are asked, each with its fields (JSON pointers of the Annex form). */
const STEPS = {
  who: ['/applicantKind', '/filedBy'],
  certificate: ['/carrier', '/use', '/asanNumber', '/mobileOperator'],
  person: [
    ...['surname', 'givenName', 'patronymic', 'noPatronymic', 'birthDate', 'birthPlace', 'sex', 'citizenship'],
    ...['countryOfResidence', 'residentialAddress', 'registeredAddress'],
  ].map((name) => `/applicant/${name}`),
  document: ['kind', 'series', 'number', 'validFrom', 'validUntil', 'issuingAuthority', 'issuingCountry'].map(
    (name) => `/applicant/identityDocument/${name}`,
  ),
  contact: [
    ...['/applicant/phones/mobile', '/applicant/phones/home', '/applicant/phones/work', '/applicant/email'],
    ...['/mission', '/languageOfNotices'],
  ],
  business: [
    ...['/legalPerson/name', '/legalPerson/voen', '/applicant/workplace/structuralUnit', '/applicant/workplace/post'],
    ...['/applicant/sealAuthority', '/applicant/sealData', '/sealUse', '/signatureUse'],
  ],
  account: [
    ...['beneficiary', 'bank', 'country', 'bic'].map((name) => `/applicant/bankAccount/${name}`),
    ...['/applicant/voen', '/applicant/secretQuestion', '/applicant/secretAnswer'],
  ],
  representative: [
    ...['surname', 'givenName', 'patronymic', 'noPatronymic', 'birthDate', 'birthPlace', 'sex', 'citizenship'],
    ...['countryOfResidence', 'residentialAddress', 'registeredAddress', 'phones/mobile', 'email'],
    ...['kind', 'number', 'validUntil', 'issuingAuthority', 'issuingCountry'].map((name) => `identityDocument/${name}`),
    ...['powerOfAttorney/number', 'powerOfAttorney/date'],
  ].map((name) => `/representative/${name}`),
  declarations: ['/declarations/rulesAndContract', '/declarations/truthfulness', '/declarations/publication'],
} as const satisfies Record<string, readonly string[]>;

export type StepName = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as StepName[];

/** The fields of a step that the choices made so far ask for, and whether each may be left empty (law/…/fields.ts). */
export function fieldsOf(step: StepName, application: Application): { field: string; optional: boolean }[] {
  return STEPS[step].flatMap((field) => {
    const demand = FIELDS.find((row) => row.field === field)?.demand(application);
    if (demand !== 'required' && demand !== 'optional') return [];
    return [{ field, optional: demand === 'optional' }];
  });
}

/** The steps that have anything to ask under the choices made so far. */
export function stepsOf(application: Application): StepName[] {
  return STEP_NAMES.filter((step) => {
    if (step === 'representative') return application.filedBy === 'representative';
    if (step === 'business') return application.use === 'business';
    return true;
  });
}

/** The step a field is asked in; the files' where it is none of the form's. */
export function stepOfField(field: string): StepName | 'files' {
  return STEP_NAMES.find((step) => STEPS[step].some((one) => field === one || field.startsWith(`${one}/`))) ?? 'files';
}
