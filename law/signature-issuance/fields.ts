import type { ClauseId } from '../clauses.ts';
import type { Application } from './application.ts';
import type { Demand, FieldRow } from './demand.ts';
import { personRows } from './personFields.ts';

const always = (): Demand => 'required';
const free = (): Demand => 'optional';
const forAsan = ({ carrier }: Application): Demand =>
  carrier === undefined ? 'optional' : carrier === 'asan-imza-sim' ? 'required' : 'only-for-asan-imza';
const forBusiness = ({ use }: Application): Demand =>
  use === undefined ? 'optional' : use === 'business' ? 'required' : 'only-for-business';
const forIssued = ({ service }: Application): Demand =>
  service === 'issue' ? 'only-for-issued-certificate' : 'optional';

// A seal is a matter of Business (R1598/1.2.10); "no" said under Personal contradicts nothing.
const sealAuthority = (application: Application): Demand =>
  application.applicant?.sealAuthority === false && application.use === 'personal'
    ? 'optional'
    : forBusiness(application);

const sealData = (application: Application): Demand => {
  if (application.use === 'personal') return 'only-for-business';
  const may = application.applicant?.sealAuthority;
  return may === undefined ? 'optional' : may ? 'required' : 'only-with-right-to-seal';
};

/** 5.3 is about a signature used as a seal: who has no right to seal has no such use. */
const sealUse = (application: Application): Demand =>
  application.use === 'business' && application.applicant?.sealAuthority === false
    ? 'optional'
    : forBusiness(application);

const A = 'R1598/A';
const row = (field: string, annex: string, clause: ClauseId, demand: FieldRow['demand']): FieldRow => ({
  field,
  annex,
  clause,
  demand,
});

/**
 * Every field of the form in the Annex's order. 3.17 is asked of everybody, for the Annex sets no condition there as it does
 * at 3.19; 3.18 is the number a Centre gives its user, which who asks for a first certificate cannot have.
 */
export const FIELDS: readonly FieldRow[] = [
  row('/service', '', A, always),
  row('/carrier', '1', 'R1598/2.4', always),
  row('/asanNumber', '1.2.0', 'R1598/2.5', forAsan),
  row('/mobileOperator', '', 'R1598/2.5', forAsan),
  row('/use', '2', 'R1598/2.4', always),
  row('/applicantKind', '', 'R1598/1.2.1', always),
  row('/filedBy', '', 'R1598/2.3.3', always),
  ...personRows('/applicant', '3', () => true),
  row('/applicant/workplace/structuralUnit', '3.14', A, forBusiness),
  row('/applicant/workplace/post', '3.14', A, forBusiness),
  row('/applicant/sealAuthority', '3.15', A, sealAuthority),
  row('/applicant/sealData', '3.16', A, sealData),
  row('/applicant/bankAccount/beneficiary', '3.17', A, always),
  row('/applicant/bankAccount/bank', '3.17', A, always),
  row('/applicant/bankAccount/country', '3.17', A, always),
  row('/applicant/bankAccount/bic', '3.17', A, always),
  row('/applicant/userId', '3.18', A, free),
  row('/applicant/voen', '3.19', A, free),
  row('/applicant/secretQuestion', '3.20', A, always),
  row('/applicant/secretAnswer', '3.21', A, always),
  row('/representative', '4', 'R1598/2.3.3', ({ filedBy }) =>
    filedBy === 'self' ? 'only-when-represented' : 'optional',
  ),
  ...personRows('/representative', '4', ({ filedBy }) => filedBy === 'representative'),
  ...['number', 'date'].map((part) =>
    row(`/representative/powerOfAttorney/${part}`, '4.14', 'R1598/2.3.3', ({ filedBy }) =>
      filedBy === 'representative' ? 'required' : 'optional',
    ),
  ),
  row('/certificateSerialNumber', '5.1', A, forIssued),
  row('/legalPerson/name', '5.2', 'R1598/1.2.10', forBusiness),
  row('/legalPerson/voen', '5.2', 'R1598/1.2.10', forBusiness),
  row('/sealUse', '5.3', 'R1598/1.2.10', sealUse),
  row('/signatureUse', '5.4', 'R1598/1.2.10', forBusiness),
  row('/statusChange', '5.5', A, forIssued),
  row('/declarations/rulesAndContract', '6.1', A, always),
  row('/declarations/truthfulness', '6.2', A, always),
  row('/declarations/publication', '6.3', 'R1598/4.2', free),
  row('/mission', '', 'R1598/2.9', always),
  row('/languageOfNotices', '', 'R1598/2.6', always),
];
