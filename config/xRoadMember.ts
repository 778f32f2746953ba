import { z } from 'zod';
import { readClientHeader } from '../adapters/x-road/identifiers.ts';

/**
 * A subsystem on X-Road as configuration names it: instance, member class, member and subsystem, each percent-encoded
 * where it must be, joined by slashes (`AZ/GOV/DIN/opinions`, the form of X-Road-Client).
 */
export const xRoadMember = z.string().transform((text, context) => {
  // A blank beside a name would make another subsystem of it, one that never calls.
  const member = /\s/.test(text) ? null : readClientHeader(text);
  if (member !== null) return member;
  context.addIssue({ code: 'custom', message: 'not an X-Road subsystem' });
  return z.NEVER;
});
