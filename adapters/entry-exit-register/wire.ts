import { z } from 'zod';

/** A FIN as it stands on a citizen's identity card: seven capital letters and digits. */
export const fin = z.string().regex(/^[0-9A-Z]{7}$/);

/** The body of `citizens/fin`: the card's number and the birth date (ISO day). */
export const citizenQuery = z.object({ documentNumber: z.string().min(1), birthDate: z.iso.date() });

/** The answer to `citizens/fin` with status 200. */
export const citizenAnswer = z.object({ fin });

/** The answer to `citizens/fin` with status 404. A bare 404 is not it: a wrong address also says 404. */
export const citizenNotFound = z.object({ type: z.literal('Citizen.NotFound') });

/** The body of `fin/taken`. */
export const takenQuery = z.object({ fin });

/** The answer to `fin/taken`. */
export const takenAnswer = z.object({ taken: z.boolean() });

/** The body of `fin/cancel`: the case is in X-Road-Issue. */
export const cancelQuery = z.object({ fin });

/** The answer to `fin/cancel` with status 200; the FIN of an identity card is a conflict (409). */
export const cancelAnswer = z.object({ cancelled: z.literal(true) });
