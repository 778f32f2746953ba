import type { Page } from '../page.ts';
import { area } from './area/route.ts';
import { index } from './index/route.ts';

/** The programming interface, to browse. */
export const API_PAGES: readonly Page[] = [index, area];
