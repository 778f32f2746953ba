import { z } from 'zod';
import { CENTRES } from '../../law/signature-issuance/parties.ts';
import { caseNumber, instant, mission } from '../openapi/pieces.ts';
import { countedDay, termOfOffice, waitsFor } from '../openapi/terms.ts';

const explained = termOfOffice.extend({ days: z.array(countedDay), overdueAt: instant.nullable() });

/** Bundles of contract copies, as far as the reader sees them. */
export const bundles = z.strictObject({
  bundles: z.array(
    z.strictObject({
      bundle: caseNumber,
      mission,
      stage: z.string(),
      openedAt: instant,
      closedToCopiesAt: instant.nullable(),
      deliveredAt: instant.nullable(),
      waitsFor,
      items: z.array(
        z.strictObject({
          id: z.uuid(),
          kind: z.string(),
          serial: z.string(),
          part: z.enum(CENTRES),
          destination: z.string(),
          state: z.string(),
          holder: z.string(),
          since: instant,
        }),
      ),
      legs: z.array(
        explained.extend({ closedAt: instant.nullable(), outcome: z.string().nullable(), overdue: z.boolean() }),
      ),
    }),
  ),
});

/** Terms past their end that are still open. */
export const overdueTerms = z.strictObject({
  terms: z.array(explained.extend({ caseNumber, procedure: z.string(), mission: mission.nullable() })),
});
