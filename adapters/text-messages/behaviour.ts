import { z } from 'zod';

const behaviour = z.strictObject({
  /** What becomes of a message that was taken; `on-its-way` stays sent for ever. */
  outcome: z.enum(['deliver', 'fail', 'undelivered', 'on-its-way']).default('deliver'),
  /** How the request is answered; `hang` takes and sends the message and never says so. */
  answer: z.enum(['take', 'hang', 'refuse', '429', '500']).default('take'),
  /** How its status comes to us; `lost` never does, `forged` comes signed wrongly and says delivered. */
  callbacks: z.enum(['once', 'twice', 'out-of-order', 'lost', 'forged']).default('once'),
  /** The wait before the first callback. */
  lateMs: z.int().min(0).max(600_000).default(0),
});

/** How the simulated provider treats a message. */
export type TextBehaviour = z.infer<typeof behaviour>;

/** How the simulated provider is told to behave: to everybody, and to single numbers. */
export const textControlSchema = z.strictObject({
  ...behaviour.shape,
  /** How its list of messages answers. */
  list: z.enum(['answer', '500']).default('answer'),
  numbers: z.record(z.string(), behaviour).default({}),
});
export type TextControl = z.infer<typeof textControlSchema>;

/** The behaviour towards one number. */
export function behaviourTo(control: TextControl, to: string): TextBehaviour {
  return control.numbers[to] ?? control;
}
