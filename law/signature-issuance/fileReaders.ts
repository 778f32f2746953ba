import { AGENCIES } from './agencies.ts';
import { centreWanted } from './parties.ts';

/** In which capacity somebody asks for the whole file of a case. */
export const FILE_READERS = ['applicant', 'operator', 'auditor', 'mission-officer', 'centre-officer'] as const;
export type FileReader = (typeof FILE_READERS)[number];

/**
 * Whether a reader may have the file of a case (S1598/2.1: every procedure can be followed; ADR 32): the operator and the
 * auditor any, a mission and a Centre those that are theirs, an applicant the one his tracking code opens. `party` is
 * whom an official stands for; `mission` and `wants` are the case's (a bundle of copies has no certificate and no Centre).
 */
export function mayReadFile(
  reader: { capacity: FileReader; party?: string | undefined },
  { mission, wants }: { mission: string | null; wants: string | null },
): boolean {
  switch (reader.capacity) {
    case 'applicant':
    case 'operator':
    case 'auditor':
      return true;
    case 'mission-officer':
      return mission !== null && reader.party === `mission:${mission}`;
    case 'centre-officer':
      return wants !== null && reader.party === `centre:${centreWanted(wants)}`;
  }
}

/**
 * Whether a reader learns which agency said what, and of the letters to the agencies (R1598/2.7, 2.8): those who run and
 * audit the procedure do, nobody else. The grounds of a negative opinion are shown to none of them.
 */
export function seesOpinions(capacity: FileReader): boolean {
  return capacity === 'operator' || capacity === 'auditor';
}

/**
 * Whether the agencies' terms and deliveries of a case are shown without any instant: once an opinion has ended it, the
 * instants say whose it was, because a term may begin with the opinion itself and end before the decision (R1598/2.8).
 */
export function hidesAgencyInstants(outcome: string | null): boolean {
  return outcome === 'negative-opinion';
}

/** What of a row of evidence decides who is shown it. */
export type RowSaid = { by?: { capacity?: string }; what?: string; facts?: unknown };

// All four are named by the decree itself; the row says nothing of what they answered.
const TELLS_NOTHING = 'sent-to-agencies';
// Whether it names agencies already says whether any of them stayed silent.
const TELLS_ALWAYS = 'approved';

/**
 * Whether a reader is shown a row of a case's evidence. From those who do not see opinions every row is withheld that an
 * agency caused or whose facts name one; from the applicant also reads and refused attempts by officials.
 */
export function rowIsShown(capacity: FileReader, { by, what = '', facts }: RowSaid): boolean {
  if (seesOpinions(capacity)) return true;
  if (by?.capacity === 'agency' || by?.capacity === 'reviewer' || what === TELLS_ALWAYS) return false;
  if (namesAgency(facts) && what !== TELLS_NOTHING) return false;
  if (capacity !== 'applicant') return true;
  const own = by?.capacity === 'applicant' || by?.capacity === 'procedure';
  return own || !(what === 'deed-refused' || what.startsWith('read-'));
}

function namesAgency(value: unknown): boolean {
  if (typeof value === 'string') return AGENCIES.some((agency) => agency === value);
  return typeof value === 'object' && value !== null && Object.values(value).some(namesAgency);
}
