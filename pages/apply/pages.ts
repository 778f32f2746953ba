import type { Page } from '../page.ts';
import { check } from './check/route.ts';
import { code } from './code/route.ts';
import { confirmation } from './confirmation/route.ts';
import { draftFile, files } from './files/route.ts';
import { comeBack } from './return/route.ts';
import { start } from './start/route.ts';
import { step } from './step/route.ts';
import { tasks } from './tasks/route.ts';

/** Applying for a signature (R1598/2.3-2.6): a draft that can be left and come back to, until it is registered. */
export const APPLY_PAGES: readonly Page[] = [start, code, comeBack, tasks, step, files, draftFile, check, confirmation];
