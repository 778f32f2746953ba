import { z } from 'zod';

/**
 * How the simulated mail server is told to misbehave. `reject`: address patterns refused at RCPT with 550, `*` for any
 * run of characters; `down`: nothing listens; `slowMs`: the wait before RCPT is answered, so a sender that gives up has
 * sent nothing; `acceptThenDie`: the message is kept, then the connection is cut before the server says so; `returns`:
 * address patterns whose messages are taken, kept, and come back as a report (RFC 3464) to where they came from.
 */
export const mailControlSchema = z.strictObject({
  reject: z.array(z.string().min(1)).default([]),
  down: z.boolean().default(false),
  slowMs: z.int().min(0).max(600_000).default(0),
  acceptThenDie: z.boolean().default(false),
  returns: z.array(z.string().min(1)).default([]),
  returnStatus: z
    .string()
    .regex(/^[245]\.\d{1,3}\.\d{1,3}$/)
    .default('5.1.1'),
});

/** The misbehaviour in force; all members absent means a well-behaved server. */
export type MailControl = z.infer<typeof mailControlSchema>;

/** Whether one of the patterns covers the whole address, letter case aside. */
export function isRejected(control: MailControl, address: string): boolean {
  return covers(control.reject, address);
}

/** Whether what is sent to the address comes back. */
export function isReturned(control: MailControl, address: string): boolean {
  return covers(control.returns, address);
}

function covers(patterns: readonly string[], address: string): boolean {
  return patterns.some((pattern) => {
    const source = pattern.split('*').map((part) => RegExp.escape(part));
    return new RegExp(`^${source.join('.*')}$`, 'iu').test(address);
  });
}
