import type { Page } from '../page.ts';
import { enter } from './enter/route.ts';
import { signOut } from './out/route.ts';
import { start } from './start/route.ts';

/** Signing in and out. */
export const SIGN_IN_PAGES: readonly Page[] = [enter, start, signOut];
