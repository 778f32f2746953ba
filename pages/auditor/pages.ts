import type { Page } from '../page.ts';
import { chain } from './chain/route.ts';
import { exported } from './exported/route.ts';
import { search } from './search/route.ts';

/** What an auditor does: searches the evidence, verifies a chain on the screen, takes rows with him. Each is evidence. */
export const AUDITOR_PAGES: readonly Page[] = [search, chain, exported];
