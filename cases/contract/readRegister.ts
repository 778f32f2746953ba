import type { Centre } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';
import { openForm } from '../signature-issuance/readRequest.ts';

/** An entry of a Centre's register (R1598/5.2); instants ISO. Owner and FIN are read for the Centre itself alone. */
export type RegisterEntry = {
  centre: Centre;
  serial: string;
  caseNumber: string;
  validFrom: string;
  validUntil: string;
  enteredAt: string;
  enteredBy: string;
  owner?: { surname: string | null; givenName: string | null; virtualFin: string };
};

type Row = Omit<RegisterEntry, 'owner'> & {
  sealed_key: Buffer;
  sealed_form: Buffer;
  person_key: Buffer;
  sealed_fin: Buffer;
};

const MOST = 100;

const ENTRIES = `
  SELECT r.centre, r.serial, r.case_number AS "caseNumber", r.valid_from AS "validFrom",
         r.valid_until AS "validUntil", r.entered_at AS "enteredAt", r.entered_by AS "enteredBy",
         c.sealed_key, c.sealed_form, p.sealed_key AS person_key, p.sealed_fin
    FROM certificate_register r JOIN "case" c ON c.number = r.case_number JOIN person p ON p.id = r.person_id
   WHERE ($1::text IS NULL OR r.centre = $1) AND r.case_number > $2
   ORDER BY r.case_number LIMIT ${MOST}`;

/**
 * Reads entries of the register in the order of their cases, at most 100 after a case number: of one Centre with their
 * owners, or (`centre` null) of all without.
 */
export async function readRegister(
  record: CaseRecord,
  { centre, after }: { centre: Centre | null; after: string },
): Promise<RegisterEntry[]> {
  const rows = await statements(record.database.ordinary).many<Row>(ENTRIES, [centre, after]);
  return rows.map((row) => {
    const { sealed_key, sealed_form, person_key, sealed_fin, ...entry } = row;
    if (centre === null) return entry;
    const { surname = null, givenName = null } =
      openForm(record, { sealed_key, sealed_form }).application.applicant ?? {};
    const virtualFin = unseal(record.seal.openKey(person_key), sealed_fin).toString();
    return { ...entry, owner: { surname, givenName, virtualFin } };
  });
}
