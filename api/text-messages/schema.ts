import { z } from 'zod';

/** The provider's form as it comes; which fields there must be is the adapter's to say. */
export const fields = z.record(z.string(), z.string());
