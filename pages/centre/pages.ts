import type { Page } from '../page.ts';
import { centreCase } from './case/route.ts';
import { queue } from './queue/route.ts';
import { register } from './register/route.ts';

/** What a Centre's officer does by hand: sees what waits, enters certificates in the register (R1598/5.1-5.5). */
export const CENTRE_PAGES: readonly Page[] = [queue, register, centreCase];
