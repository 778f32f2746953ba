import type { Role } from '../../law/officials.ts';

/** Where each role begins. */
export const HOMES: Readonly<Record<Role, string>> = {
  operator: '/operator',
  auditor: '/auditor',
  reviewer: '/reviewer',
  'centre-officer': '/centre',
  'ministry-officer': '/copies',
  courier: '/custody',
  'mission-officer': '/mission',
  'mobile-operator-officer': '/custody',
};
