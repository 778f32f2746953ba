import { parse } from 'mrz';
import type { ParseResult } from 'mrz';
import { documentNumber, plainNumber } from './documentNumber.ts';
import { isSameName, nameForms } from './names.ts';
import type { Applicant, Representative } from './personSchema.ts';

/** What can be wrong with typed machine-readable lines: by themselves, or against the fields of the form. */
export type MachineReadableReason =
  'mrz-unreadable' | 'mrz-check-digit' | 'mrz-number' | 'mrz-birth-date' | 'mrz-expiry' | 'mrz-name';

/**
 * Holds the typed machine-readable lines (ICAO Doc 9303 parts 4-6) against their check digits and against number, birth
 * date, validity and names typed beside them; a field left empty is not compared. Returns every disagreement; none
 * where no lines were typed.
 */
export function machineReadableProblems(person: Applicant | Representative): MachineReadableReason[] {
  const { identityDocument: document } = person;
  const lines = (document?.machineReadableZone ?? [])
    .map((line) => line.replace(/\s/g, '').toUpperCase())
    .filter((line) => line !== '');
  if (document === undefined || lines.length === 0) return [];
  const read = parsed(lines);
  if (read === null) return ['mrz-unreadable'];

  const { birthDate, expirationDate } = read.fields;
  const wrongDigit = read.details.some(({ field, valid }) => !valid && field?.endsWith('CheckDigit') === true);
  const lastDay = document.validUntil === 'unlimited' ? undefined : document.validUntil;
  return [
    ...(wrongDigit ? (['mrz-check-digit'] as const) : []),
    ...(isOtherNumber(read, document) ? (['mrz-number'] as const) : []),
    ...(isOtherDay(birthDate, person.birthDate) ? (['mrz-birth-date'] as const) : []),
    ...(isOtherDay(expirationDate, lastDay) ? (['mrz-expiry'] as const) : []),
    ...(isOtherName(read, lines, person) ? (['mrz-name'] as const) : []),
  ];
}

function parsed(lines: string[]): ParseResult | null {
  try {
    const result = parse(lines);
    return ['TD1', 'TD2', 'TD3', 'FRENCH_NATIONAL_ID'].includes(result.format) ? result : null;
  } catch {
    return null; // the library throws where the lines are of no known shape
  }
}

function isOtherNumber(
  read: ParseResult,
  typed: { series?: string | undefined; number?: string | undefined },
): boolean {
  const seen = plainNumber(read.documentNumber ?? '');
  if (seen === '' || plainNumber(typed.number ?? '') === '') return false;
  return seen !== documentNumber(typed) && seen !== plainNumber(typed.number ?? '');
}

/** A zone's date is YYMMDD, with fillers for what is unknown. */
function isOtherDay(seen: string | null | undefined, typed: string | undefined): boolean {
  if (!seen || typed === undefined || !/^\d{6}$/.test(seen)) return false;
  return seen !== typed.slice(2).replaceAll('-', '');
}

function isOtherName(read: ParseResult, lines: readonly string[], person: Applicant | Representative): boolean {
  const { surname, givenName, patronymic } = person;
  const { lastName, firstName } = read.fields;
  const cut = isNameCut(read, lines);
  const differs = (seen: string | null | undefined, ...typed: string[]): boolean =>
    Boolean(seen) && !typed.some((name) => isSameName(name, seen ?? '') || (cut && isCutName(name, seen ?? '')));
  return (
    (hasText(surname) && differs(lastName, surname)) ||
    (hasText(givenName) && differs(firstName, givenName, `${givenName} ${patronymic ?? ''}`))
  );
}

const hasText = (typed: string | undefined): typed is string => typed !== undefined && typed.trim() !== '';

/** A name that does not fit is cut or shortened part by part (Doc 9303, parts 4 to 6), and the name field then ends without filler. */
function isNameCut(read: ParseResult, lines: readonly string[]): boolean {
  const name = read.details.find(({ field }) => field === 'firstName' || field === 'lastName');
  const line = lines[name?.line ?? 0] ?? '';
  return read.format !== 'FRENCH_NATIONAL_ID' && !line.endsWith('<');
}

function isCutName(name: string, seen: string): boolean {
  return nameForms(name).some((form) => {
    const parts = form.split(' ');
    return seen.split(' ').every((part, at) => parts[at]?.startsWith(part) === true);
  });
}
