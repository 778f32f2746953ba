/** The two certification services centres (R1598/1.2.3, 1.2.4), by the signature each stands for. */
export const CENTRES = ['e-imza', 'asan'] as const;
export type Centre = (typeof CENTRES)[number];

/** The mobile operators to choose from (R1598/2.5). */
export const MOBILE_OPERATORS = ['azercell', 'bakcell', 'nar'] as const;
export type MobileOperator = (typeof MOBILE_OPERATORS)[number];

/**
 * Who may hold something, or have the ball: written as one word with its post, such as `centre:e-imza`,
 * `mission:berlin`, `courier:7`. The ministry of R1598/2.10 and 2.16 is that of Foreign Affairs; of 2.17 the one of
 * communications.
 */
export type Party =
  | `centre:${Centre}`
  | `mission:${string}`
  | `courier:${string}`
  | `mobile-operator:${MobileOperator}`
  | 'ministry:foreign-affairs'
  | 'ministry:communications'
  | 'portal-operator'
  | 'applicant';

/** The Centre that matches the certificate (R1598/2.8-route) which a case wants, as its row holds it (`carrier/use`). */
export function centreWanted(wants: string): Centre {
  return wants.startsWith('asan-imza-sim/') ? 'asan' : 'e-imza';
}

/** The sort of a party: the word before its post. */
export function sortOf(party: string): string {
  return party.split(':', 1)[0] ?? party;
}
