import type { Row } from './row.ts';
import { API_APPLICANT_ROWS } from './rows/apiApplicant.ts';
import { API_CUSTODY_ROWS } from './rows/apiCustody.ts';
import { API_MISSION_ROWS } from './rows/apiMission.ts';
import { API_OFFICE_ROWS } from './rows/apiOffices.ts';
import { API_CALENDAR_ROWS } from './rows/apiCalendar.ts';
import { API_WORK_ROWS } from './rows/apiWork.ts';
import { APPLICANT_ROWS } from './rows/applicant.ts';
import { CALENDAR_ROWS } from './rows/calendar.ts';
import { CUSTODY_ROWS } from './rows/custody.ts';
import { MISSION_ROWS } from './rows/mission.ts';
import { OFFICE_ROWS } from './rows/offices.ts';
import { PUBLIC_ROWS } from './rows/public.ts';
import { REVIEWER_ROWS } from './rows/reviewer.ts';

/** The row of every route, by area. */
export const ROWS: readonly Row[] = [
  ...PUBLIC_ROWS,
  ...APPLICANT_ROWS,
  ...REVIEWER_ROWS,
  ...MISSION_ROWS,
  ...CUSTODY_ROWS,
  ...OFFICE_ROWS,
  ...CALENDAR_ROWS,
  ...API_APPLICANT_ROWS,
  ...API_OFFICE_ROWS,
  ...API_MISSION_ROWS,
  ...API_CUSTODY_ROWS,
  ...API_WORK_ROWS,
  ...API_CALENDAR_ROWS,
];
