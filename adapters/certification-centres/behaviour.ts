import { z } from 'zod';

const answering = { answerAfterMs: z.int().min(0).default(0) };
const item = z.object({ item: z.string(), reason: z.string(), remark: z.string().optional() });

/**
 * How a simulated Centre treats a case; times in milliseconds of its own clock. `deficiency` sends the first round back
 * and issues once it is mended; `bad-signature` and `wrong-validity` issue what nobody may believe.
 */
export const centreBehaviour = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issue'), ...answering }),
  z.object({
    kind: z.literal('deficiency'),
    items: z
      .array(item)
      .min(1)
      .default([{ item: 'photograph', reason: 'unreadable' }]),
    ...answering,
  }),
  z.object({ kind: z.literal('refuse'), code: z.string().optional(), ...answering }),
  z.object({ kind: z.literal('bad-signature'), ...answering }),
  z.object({ kind: z.literal('wrong-validity'), ...answering }),
  z.object({ kind: z.literal('silent') }),
  z.object({ kind: z.literal('down'), how: z.enum(['hangs-up', 'unavailable', 'echoes']).default('unavailable') }),
]);
export type CentreBehaviour = z.infer<typeof centreBehaviour>;
