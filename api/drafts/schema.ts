import { z } from 'zod';

/** A return code, as a person types it. */
export const comeBack = z.strictObject({ returnCode: z.string().min(1).max(100) });

/** Fields of a step by JSON pointer into the Annex form (`/applicant/surname`); null takes out what stood there. */
export const fieldValues = z.strictObject({
  fields: z.record(z.string().regex(/^(\/[A-Za-z]{1,40}){1,4}$/), z.union([z.string(), z.boolean(), z.null()])),
});
