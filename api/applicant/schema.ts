import { z } from 'zod';

const trackingCode = z.string().min(1).max(100);

/** Who asks for a one-time code: the holder of this tracking code. */
export const signInAsked = z.strictObject({ trackingCode });

/** A tracking code with the one-time code that came by e-mail. */
export const session = z.strictObject({ trackingCode, code: z.string().min(1).max(20) });
