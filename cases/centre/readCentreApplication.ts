import type { CentreApplication, ContractFacts, DocumentReference } from '../../adapters/ports.ts';
import { documentNumber } from '../../law/signature-issuance/documentNumber.ts';
import type { Application } from '../../law/signature-issuance/application.ts';
import { centreWanted } from '../../law/signature-issuance/parties.ts';
import { statements } from '../record/database.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';
import { openForm } from '../signature-issuance/readRequest.ts';

/** What goes to the Centre but the contract, what the contract is drawn from, and the draft that was drawn already. */
export type CentreFile = {
  sent: Omit<CentreApplication, 'contract'>;
  contract: ContractFacts;
  draft: string | null;
};

type Row = {
  wants: string;
  sealed_key: Buffer;
  sealed_form: Buffer;
  round: number;
  message_id: string;
  opened_at: string;
  registered_at: string;
  contract_sha256: string | null;
  person_key: Buffer;
  sealed_fin: Buffer;
  nature: 'production' | 'rehearsal';
  documents: DocumentReference[];
};

const UNSENT = `
  SELECT c.wants, c.registered_at, c.sealed_key, c.sealed_form, r.round, r.message_id, r.opened_at, r.contract_sha256,
         p.sealed_key AS person_key, p.sealed_fin, (SELECT nature FROM installation) AS nature,
         coalesce((SELECT json_agg(json_build_object('id', u.id, 'kind', u.kind, 'mediaType', u.media_type,
                                                     'sha256', u.stored_sha256, 'bytes', u.bytes) ORDER BY u.kind)
                     FROM upload u WHERE u.case_number = c.number AND u.replaced_at IS NULL), '[]') AS documents
    FROM "case" c
    JOIN centre_request r ON r.case_number = c.number
    JOIN virtual_fin v ON v.case_number = c.number
    JOIN person p ON p.id = v.person_id
   WHERE c.number = $1 AND c.stage = 'centre' AND r.acknowledged_at IS NULL
   ORDER BY r.round DESC LIMIT 1`;

/** Reads what is to be sent to a case's Centre (R1598/2.8-route); null where nothing is, or there is no such case. */
export async function readCentreApplication(record: CaseRecord, caseNumber: string): Promise<CentreFile | null> {
  const row = await statements(record.database.ordinary).maybe<Row>(UNSENT, [caseNumber]);
  if (row === null) return null;
  const { application } = openForm(record, row);
  const virtualFin = unseal(record.seal.openKey(row.person_key), row.sealed_fin).toString();
  const centre = centreWanted(row.wants);
  const { round, message_id: messageId, opened_at: sentAt, documents, contract_sha256: draft } = row;
  return {
    sent: { centre, messageId, caseNumber, round, sentAt, virtualFin, application, documents },
    contract: {
      ...{ nature: row.nature, caseNumber, centre, registeredAt: row.registered_at, virtualFin },
      ...partiesOf(application),
    },
    draft,
  };
}

function partiesOf({
  applicant,
  use,
  legalPerson,
}: Application): Pick<ContractFacts, 'use' | 'holder' | 'legalPerson'> {
  const { surname = '', givenName = '', patronymic = '', birthDate = '', identityDocument } = applicant ?? {};
  const number = identityDocument === undefined ? '' : documentNumber(identityDocument);
  return {
    use: use ?? 'personal',
    holder: {
      name: [surname, givenName, patronymic].filter((part) => part !== '').join(' '),
      birthDate,
      document: `${identityDocument?.issuingCountry ?? ''} ${number}`.trim(),
    },
    ...(legalPerson !== undefined && {
      legalPerson: { name: legalPerson.name ?? '', registration: `VÖEN ${legalPerson.voen ?? ''}` },
    }),
  };
}
