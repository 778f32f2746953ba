import { z } from 'zod';

const name = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}:._@/ -]{0,200}$/u)
  .default('');

/** A search through the evidence: all that is given must fit. A case's number stands for its chain; Baku days. */
export const evidenceQuery = z.strictObject({
  chain: name.transform((chain) => (/^[A-Z]{2}-\d{4}-\d{6,12}$/.test(chain) ? `case:${chain}` : chain)),
  what: name,
  actor: name,
  from: z.iso.date().default('2017-09-12'),
  until: z.iso.date().optional(),
});
