import type { Page } from '../page.ts';
import { absence } from './absence/route.ts';
import { document } from './document/route.ts';
import { file } from './file/route.ts';
import { late } from './late/route.ts';
import { negative } from './negative/route.ts';
import { queue } from './queue/route.ts';
import { shortcuts } from './shortcuts/route.ts';

/** What a reviewer of one of the four agencies does (R1598/2.7, 2.8). */
export const REVIEWER_PAGES: readonly Page[] = [queue, file, negative, document, late, absence, shortcuts];
