import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { sortOf } from '../../law/signature-issuance/parties.ts';
import type { OpenedNotice } from './openNotice.ts';

/** Letters that say themselves where to go, that have no page yet, or that must lead nowhere (a one-time code). */
const WITHOUT: ReadonlySet<string> = new Set([
  'registered',
  'sign-in-code',
  'mend-this',
  'refused',
  'centre-deficiency',
  'invited',
  'no-show',
]);

/** Where each sort of office does what the portal writes to it about. */
const DESKS: Readonly<Record<string, string>> = {
  applicant: 'case',
  mission: 'mission',
  centre: 'centre',
  ministry: 'copies',
  'mobile-operator': 'copies',
  courier: 'custody',
};

/** The page to go to from a letter, by who gets it, without the site and the language; null where none is named. */
export function pageOf({ kind, facts }: OpenedNotice['stored'], recipient: string): string | null {
  if (WITHOUT.has(kind) || !('caseNumber' in facts)) return null;
  if (AGENCIES.some((agency) => agency === recipient)) return `reviewer/files/${facts.caseNumber}`;
  if (kind === 'mission-decision-arrived') return `mission/cases/${facts.caseNumber}`;
  return DESKS[sortOf(recipient)] ?? null;
}
