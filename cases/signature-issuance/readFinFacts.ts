import type { ParameterValue } from '../../law/parameters.ts';
import { documentNumber } from '../../law/signature-issuance/documentNumber.ts';
import { isCitizen } from '../../law/signature-issuance/person.ts';
import { inTransaction } from '../record/database.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { parameterInForce } from '../record/dated.ts';
import type { CaseRecord } from '../record/record.ts';
import { openForm } from './readRequest.ts';

/** What is needed to find a FIN; `citizen` holds the identity card's number and birth date, null for others. */
export type FinFacts = {
  given: boolean;
  /** The case has ended: where it got no FIN, it gets none. */
  ended: boolean;
  personHasFin: boolean;
  citizen: { documentNumber: string; birthDate: string } | null;
  /** The nth number that may be drawn for this person: the same one whenever it is asked for. */
  drawn: (nth: number) => string;
};

type Row = {
  registered_at: string;
  person_index: string;
  sealed_key: Buffer;
  sealed_form: Buffer;
  given: boolean;
  ended: boolean;
  has_fin: boolean;
};

/** Reads what the search for a FIN needs (R1598/2.8); null when there is no such case. */
export async function readFinFacts(record: CaseRecord, caseNumber: string): Promise<FinFacts | null> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const row = await tx.maybe<Row>(
      `SELECT registered_at, person_index, sealed_key, sealed_form, stage = 'ended' AS ended,
              EXISTS (SELECT 1 FROM virtual_fin v WHERE v.case_number = c.number) AS given,
              EXISTS (SELECT 1 FROM person p WHERE p.person_index = c.person_index) AS has_fin
         FROM "case" c WHERE number = $1`,
      [caseNumber],
    );
    if (row === null) return null;
    const { application } = openForm(record, row);
    const { identityDocument } = application.applicant ?? {};
    const card = identityDocument === undefined ? undefined : documentNumber(identityDocument);
    const birthDate = application.applicant?.birthDate;
    const citizen = isCitizen(application) && card !== undefined && birthDate !== undefined;
    return {
      given: row.given,
      ended: row.ended,
      personHasFin: row.has_fin,
      citizen: citizen ? { documentNumber: card, birthDate } : null,
      drawn: drawFor(record, row.person_index, await parameterInForce(tx, 'drawn-fin', bakuDay(row.registered_at))),
    };
  });
}

/**
 * A draw is a keyed hash of the person and its turn, so that nobody can foresee it, and a record restored to an earlier
 * hour draws again what it drew: one FIN a person (R1598/1.2.7).
 */
function drawFor(
  { seal }: CaseRecord,
  personIndex: string,
  { prefix, alphabet, length }: ParameterValue<'drawn-fin'>,
): (nth: number) => string {
  return (nth) => {
    let chance = BigInt(`0x${seal.index('drawn-fin', `${personIndex} ${nth}`)}`);
    let fin = prefix;
    for (; fin.length < length; chance /= BigInt(alphabet.length))
      fin += alphabet.charAt(Number(chance % BigInt(alphabet.length)));
    return fin;
  };
}
