import { statements } from '../../record/database.ts';
import { signDocuments } from '../../record/documents.ts';
import { type Comparison, MOST_OF_A_KIND } from '../difference.ts';

/** A document that a deed stored five minutes ago or more and that nobody has signed. */
export const documentUnsigned: Comparison = {
  kind: 'document-unsigned',
  find: async ({ record }) => {
    const rows = await statements(record.database.ordinary).many<{ id: string; number: string; kind: string }>(
      `SELECT id, case_number AS number, kind FROM document
        WHERE jws IS NULL AND made_at < legal_now() - interval '5 minutes' ORDER BY made_at, id LIMIT ${MOST_OF_A_KIND}`,
    );
    return rows.map(({ id, number, kind }) => ({ about: id, caseNumber: number, facts: { document: kind } }));
  },
  mend: async ({ record, signer }, { caseNumber, about }) => {
    if (caseNumber === null) return null;
    await signDocuments(record, caseNumber, signer);
    const left = await statements(record.database.ordinary).maybe(
      `SELECT 1 FROM document WHERE id = $1 AND jws IS NULL`,
      [about],
    );
    return left === null ? 'signed' : null;
  },
};
