import type { Page } from '../page.ts';
import { about } from './about/route.ts';
import { check } from './check/route.ts';
import { state } from './state/route.ts';
import { statistics, statisticsCsv } from './statistics/route.ts';
import { who } from './who/route.ts';

/** What anybody may read: the service, who may apply, how long it takes, whether a document is genuine, how we stand. */
export const PUBLIC_PAGES: readonly Page[] = [about, who, check, state, statistics, statisticsCsv];
