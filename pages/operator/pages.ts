import type { Page } from '../page.ts';
import { agencies } from './agencies/route.ts';
import { announcements } from './announcements/route.ts';
import { caseFile } from './case/route.ts';
import { checks } from './checks/route.ts';
import { clock } from './clock/route.ts';
import { desk } from './desk/route.ts';
import { finding } from './finding/route.ts';
import { incidents } from './incidents/route.ts';
import { notices } from './notices/route.ts';
import { outages } from './outages/route.ts';
import { stuck } from './stuck/route.ts';
import { users } from './users/route.ts';

/** What the portal's operator sees and does: what does not go on by itself, and who may come in. */
export const OPERATOR_PAGES: readonly Page[] = [
  desk,
  incidents,
  agencies,
  notices,
  outages,
  stuck,
  checks,
  users,
  clock,
  announcements,
  caseFile,
  finding,
];
