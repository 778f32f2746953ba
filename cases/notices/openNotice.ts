import type { Application } from '../../law/signature-issuance/application.ts';
import { statements } from '../record/database.ts';
import type { StoredFacts } from '../record/notices.ts';
import type { CaseRecord } from '../record/record.ts';
import { unseal } from '../record/seal.ts';
import { openForm } from '../signature-issuance/readRequest.ts';
import type { DueNotice } from './takeDue.ts';

/** A notice opened for writing: its kind with the facts the deed stored, and the form of its case, where it has one. */
export type OpenedNotice = {
  stored: { [K in keyof StoredFacts]: { kind: K; facts: StoredFacts[K] } }[keyof StoredFacts];
  nature: 'production' | 'rehearsal';
  applicant: Application['applicant'];
};

type CaseFacts = { sealed_key: Buffer; sealed_form: Buffer | null };

/** Opens what a notice is written from. Nothing of it outlives the sending. */
export async function openNotice(record: CaseRecord, notice: DueNotice): Promise<OpenedNotice> {
  const tx = statements(record.database.ordinary);
  const { nature } = await tx.one<{ nature: 'production' | 'rehearsal' }>(`SELECT nature FROM installation`);
  const ofCase =
    notice.case_number === null
      ? null
      : await tx.one<CaseFacts>(`SELECT sealed_key, sealed_form FROM "case" WHERE number = $1`, [notice.case_number]);
  const key = ofCase === null ? record.seal.keyFor('notice') : record.seal.openKey(ofCase.sealed_key);
  const facts: unknown = JSON.parse(unseal(key, notice.sealed_facts).toString());
  const { sealed_key, sealed_form } = ofCase ?? { sealed_form: null };
  const form = sealed_key === undefined || sealed_form === null ? null : openForm(record, { sealed_key, sealed_form });
  return {
    stored: { kind: notice.kind, facts } as OpenedNotice['stored'],
    nature,
    applicant: form?.application.applicant,
  };
}
