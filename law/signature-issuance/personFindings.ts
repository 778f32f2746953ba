import { plainNumber } from './documentNumber.ts';
import { type Finding, isBlank, when } from './findings.ts';
import { isEmail, isPhoneNumber } from './formats.ts';
import { machineReadableProblems } from './machineReadable.ts';
import { isName } from './names.ts';
import type { Applicant, Representative } from './personSchema.ts';

/** What is wrong in what was typed of the person at the JSON pointer `at`; `today` is an ISO day in Baku. */
export function personFindings(person: Applicant | Representative, at: string, today: string): Finding[] {
  const nameFields = ['surname', 'givenName', 'patronymic'] as const;
  const phoneFields = ['mobile', 'home', 'work'] as const;
  const { patronymic, noPatronymic, birthDate, email, phones } = person;
  return [
    ...nameFields.flatMap((name) => badText(person[name], `${at}/${name}`, isName, 'not-a-name')),
    ...when(noPatronymic === true && !isBlank(patronymic), `${at}/noPatronymic`, 'patronymic-and-none'),
    ...when(birthDate !== undefined && birthDate > today, `${at}/birthDate`, 'in-the-future'),
    ...documentFindings(person, at, today),
    ...phoneFields.flatMap((kind) =>
      badText(phones?.[kind], `${at}/phones/${kind}`, isPhoneNumber, 'not-a-phone-number'),
    ),
    ...badText(email, `${at}/email`, isEmail, 'not-an-email'),
  ];
}

/** The finding that a text typed is not what it should be; a blank one is for others to miss. */
export function badText(
  typed: string | undefined,
  field: string,
  isGood: (typed: string) => boolean,
  reason: Finding['reason'],
  clause: Finding['clause'] = 'R1598/A',
): Finding[] {
  return typed === undefined || isBlank(typed) ? [] : when(!isGood(typed), field, reason, clause);
}

function documentFindings(person: Applicant | Representative, at: string, today: string): Finding[] {
  const { identityDocument: document, birthDate } = person;
  if (document === undefined) return [];
  const field = `${at}/identityDocument`;
  const { validFrom, validUntil } = document;
  const lastDay = validUntil === 'unlimited' ? undefined : validUntil;
  const begins = validFrom ?? lastDay;
  const isNumber = (typed: string): boolean => /^[A-Z0-9]+$/.test(plainNumber(typed));
  const series = 'series' in document ? document.series : undefined;
  return [
    ...badText(series, `${field}/series`, isNumber, 'not-a-document-number'),
    ...badText(document.number, `${field}/number`, isNumber, 'not-a-document-number'),
    ...when(validFrom !== undefined && validFrom > today, `${field}/validFrom`, 'in-the-future'),
    ...when(
      birthDate !== undefined && birthDate <= today && begins !== undefined && birthDate >= begins,
      `${at}/birthDate`,
      'birth-not-before-document',
    ),
    ...when(
      validFrom !== undefined && lastDay !== undefined && lastDay < validFrom,
      `${field}/validUntil`,
      'validity-reversed',
    ),
    ...when(lastDay !== undefined && lastDay < today, `${field}/validUntil`, 'document-expired', 'R1598/2.3.1'),
    ...machineReadableProblems(person).flatMap((reason) => when(true, `${field}/machineReadableZone`, reason)),
  ];
}
