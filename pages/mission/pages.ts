import type { Page } from '../page.ts';
import { counter } from './counter/route.ts';
import { desk } from './desk/route.ts';
import { contractFile, uploadFile } from './document/route.ts';
import { handingOver } from './handing-over/route.ts';
import { identityCheck } from './identity/route.ts';
import { second } from './second/route.ts';
import { slots } from './slots/route.ts';

/** What a mission's officer does (R1598/2.11-2.15): invites, receives, compares, has signed, hands over. */
export const MISSION_PAGES: readonly Page[] = [
  desk,
  slots,
  counter,
  identityCheck,
  second,
  handingOver,
  uploadFile,
  contractFile,
];
