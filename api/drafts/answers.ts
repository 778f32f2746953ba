import { z } from 'zod';
import { applicationSchema } from '../../law/signature-issuance/application.ts';
import { DOCUMENT_KINDS } from '../../law/signature-issuance/documents.ts';
import { access, clause, instant } from '../openapi/pieces.ts';

const attached = { id: z.uuid(), kind: z.enum(DOCUMENT_KINDS), mediaType: z.string() };

/** A file of a draft. */
export const attachedFile = z.strictObject(attached);

/** A draft just opened: its return code becomes the tracking code at registration. */
export const openedDraft = z.strictObject({ returnCode: z.string(), access });

/** A draft as whoever holds it is shown it. */
export const draftView = z.strictObject({
  application: applicationSchema,
  returnCode: z.string(),
  files: z.array(z.strictObject({ ...attached, bytes: z.int() })),
  startedAt: instant,
  deleteAt: instant,
  steps: z.array(
    z.strictObject({
      step: z.string(),
      complete: z.boolean(),
      fields: z.array(
        z.strictObject({ field: z.string().meta({ description: 'JSON pointer (RFC 6901)' }), optional: z.boolean() }),
      ),
    }),
  ),
  missing: z.array(
    z.strictObject({
      field: z.string(),
      annex: z.string(),
      label: z.string(),
      reason: z.string(),
      mend: z.string(),
      clause,
      step: z.string(),
    }),
  ),
});
