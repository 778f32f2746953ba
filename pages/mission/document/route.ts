import { openSignedContract } from '../../../cases/centre/openSignedContract.ts';
import { openDocument } from '../../../cases/signature-issuance/recordUpload.ts';
import { isId } from '../../isId.ts';
import type { OfficialPage } from '../../page.ts';
import { ownCase } from '../ownCase.ts';

/** A document that was sent in, to hold the original beside it (R1598/2.12). */
export const uploadFile: OfficialPage = {
  path: '/mission/cases/:number/documents/:id',
  who: ['mission-officer'],
  get: async (visit) => {
    const { needs, params } = visit;
    const id = params['id'] ?? '';
    const caseNumber = isId(id) ? await ownCase(visit, 'read-upload') : null;
    const found = caseNumber === null ? null : await openDocument(needs.record, needs.files, caseNumber, id);
    if (found === null) return { kind: 'not-found' };
    return { kind: 'file', type: found.mediaType, name: 'document', bytes: found.bytes, inline: true };
  },
};

/** The contract that the Centre signed, to have it signed by the applicant (R1598/2.14). */
export const contractFile: OfficialPage = {
  path: '/mission/cases/:number/contract.pdf',
  who: ['mission-officer'],
  get: async (visit) => {
    const caseNumber = await ownCase(visit, 'read-contract');
    const bytes =
      caseNumber === null ? null : await openSignedContract(visit.needs.record, visit.needs.files, caseNumber);
    if (caseNumber === null || bytes === null) return { kind: 'not-found' };
    return { kind: 'file', type: 'application/pdf', name: `${caseNumber}-contract.pdf`, bytes };
  },
};
