import { noteRead } from '../../../cases/officials/noteRead.ts';
import { readFile } from '../../../cases/reviewer/readFile.ts';
import { openDocument } from '../../../cases/signature-issuance/recordUpload.ts';
import type { OfficialPage } from '../../page.ts';
import { reviewerOf } from '../reviewerOf.ts';

/** One document of a file, as it was taken in: a picture without metadata, or a PDF. */
export const document: OfficialPage = {
  path: '/reviewer/files/:number/documents/:id',
  who: ['reviewer'],
  get: async (visit) => {
    const { needs, official, params } = visit;
    const { number: caseNumber = '', id = '' } = params;
    const file = await readFile(needs.record, reviewerOf(visit).body, caseNumber);
    const listed = file?.documents.some((one) => one.id === id) === true;
    const found = listed ? await openDocument(needs.record, needs.files, caseNumber, id) : null;
    if (found === null) return { kind: 'not-found' };
    await noteRead(needs.record, official, 'read-document', caseNumber);
    return {
      kind: 'file',
      type: found.mediaType,
      name: `${caseNumber}-${id.slice(0, 8)}`,
      bytes: found.bytes,
      inline: true,
    };
  },
};
