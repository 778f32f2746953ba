import type { Page } from '../page.ts';
import { list } from './list/route.ts';

/** Bundles of second copies (R1598/2.16-2.18), for everybody through whose hands they go. */
export const COPIES_PAGES: readonly Page[] = [list];
