import { z } from 'zod';
import { applicationSchema } from '../../law/signature-issuance/application.ts';
import { DOCUMENT_KINDS } from '../../law/signature-issuance/documents.ts';
import { access, caseNumber, instant } from '../openapi/pieces.ts';

/** What is submitted: the Annex form and the ids of the files uploaded for it (R1598/2.3). */
export const submission = z.strictObject({
  application: applicationSchema,
  uploads: z.array(z.uuid()).max(8),
});

/** The faults of form as items: a JSON pointer to each field and the code of what is wrong with it. */
export function itemsOf(error: z.ZodError): { field: string; reason: string }[] {
  return error.issues.flatMap((issue) => {
    const path = `/${issue.path.map(String).join('/')}`;
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({ field: `${path === '/' ? '' : path}/${key}`, reason: 'not-asked-for' }));
    return [{ field: path, reason: issue.code }];
  });
}

/** What a file is answered with: its id is named in the application. */
export const uploaded = z.strictObject({
  id: z.uuid(),
  kind: z.enum(DOCUMENT_KINDS),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a submission is answered with; nobody can read the tracking code out again. */
export const registered = z.strictObject({ caseNumber, trackingCode: z.string(), registeredAt: instant, access });

export const withdrawn = z.strictObject({ caseNumber, withdrawnAt: instant });
