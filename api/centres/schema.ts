import { z } from 'zod';
import { CENTRES } from '../../law/signature-issuance/parties.ts';
import { caseNumber, instant } from '../openapi/pieces.ts';

/** What is put in place of what a Centre found deficient: fields by their JSON pointer, and files uploaded anew. */
export const mending = z.strictObject({
  fields: z.record(z.string().max(100), z.unknown()).default({}),
  uploads: z.array(z.uuid()).max(8).default([]),
});

/** What is to be mended, told in the reader's language; `remark` is the Centre's own words. */
export const deficiencies = z.strictObject({
  centre: z.enum(CENTRES),
  round: z.int(),
  foundAt: instant,
  items: z.array(
    z.strictObject({
      item: z.string(),
      reason: z.string(),
      remark: z.string().optional(),
      label: z.string(),
      detail: z.string(),
    }),
  ),
});

export const mended = z.strictObject({ kind: z.literal('mended'), caseNumber, at: instant, round: z.int() });
