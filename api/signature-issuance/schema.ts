import { z } from 'zod';
import { applicationSchema } from '../../law/signature-issuance/application.ts';

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
