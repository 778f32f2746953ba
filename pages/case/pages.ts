import type { Page } from '../page.ts';
import { appointment } from './appointment/route.ts';
import { code } from './code/route.ts';
import { enter } from './enter/route.ts';
import { appointmentFile, evidenceFile, silence } from './file/route.ts';
import { mend } from './mend/route.ts';
import { overview } from './overview/route.ts';
import { withdrawal } from './withdraw/route.ts';

/** What an applicant does about his case: sees where it stands and why, mends, books, withdraws, takes its file. */
export const CASE_PAGES: readonly Page[] = [
  enter,
  code,
  overview,
  withdrawal,
  appointment,
  mend,
  evidenceFile,
  appointmentFile,
  silence,
];
