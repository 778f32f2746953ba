import type { Page } from '../page.ts';
import { act } from './act/route.ts';
import { entry } from './entry/route.ts';
import { hands } from './hands/route.ts';
import { handover } from './handover/route.ts';
import { report } from './report/route.ts';
import { settlement } from './settlement/route.ts';

/** Things in custody (R1598/2.10, 2.15-2.18): taken over item by item, held, offered on, taken back. */
export const CUSTODY_PAGES: readonly Page[] = [hands, handover, act, entry, report, settlement];
