/** The four agencies that R1598/2.7 names, in the decree's order. */
export const AGENCIES = ['internal-affairs', 'foreign-affairs', 'state-security', 'foreign-intelligence'] as const;

/** One of the four agencies of R1598/2.7. */
export type Agency = (typeof AGENCIES)[number];
