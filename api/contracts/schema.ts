import { z } from 'zod';
import { CENTRES } from '../../law/signature-issuance/parties.ts';
import { caseNumber, instant } from '../openapi/pieces.ts';

/** A number as offices and Centres print it on papers and things. */
const printed = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} №./()-]{0,99}$/u);
export const signature = z.strictObject({ certificateContract: printed.optional(), simContract: printed.optional() });
export const handingOver = z.strictObject({ paperNumber: printed });
export const registerEntry = z.strictObject({ serial: printed });
export const page = z.strictObject({
  after: z
    .string()
    .regex(/^[A-Z]{2}-\d{4}-\d{6,12}$/)
    .default(''),
});

export const signed = z.strictObject({
  kind: z.literal('signed'),
  caseNumber,
  at: instant,
  contracts: z.array(z.strictObject({ kind: z.enum(['certificate-contract', 'sim-contract']), serial: z.string() })),
});

export const issued = z.strictObject({
  kind: z.literal('issued'),
  caseNumber,
  at: instant,
  validUntil: instant,
  handoverId: z.uuid(),
});

export const entered = z.strictObject({
  kind: z.literal('entered'),
  caseNumber,
  serial: z.string(),
  at: instant,
  late: z.boolean(),
});

/** Entries of the register (R1598/5.2); the owner is told to the Centre itself alone. */
export const registerEntries = z.strictObject({
  entries: z.array(
    z.strictObject({
      centre: z.enum(CENTRES),
      serial: z.string(),
      caseNumber,
      validFrom: instant,
      validUntil: instant,
      enteredAt: instant,
      enteredBy: z.string(),
      owner: z
        .strictObject({ surname: z.string().nullable(), givenName: z.string().nullable(), virtualFin: z.string() })
        .optional(),
    }),
  ),
});
