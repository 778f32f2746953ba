import type { Role } from '../../law/officials.ts';

/** The roles that may hold things. */
export const CUSTODIANS: readonly [Role, ...Role[]] = [
  'mission-officer',
  'courier',
  'ministry-officer',
  'centre-officer',
  'mobile-operator-officer',
  'operator',
];
