import type { Page } from '../page.ts';
import { confirm } from './confirm/route.ts';
import { enter } from './enter/route.ts';
import { list } from './list/route.ts';
import { proposal } from './proposal/route.ts';
import { takeBack } from './take-back/route.ts';
import { decisionsCsv, year } from './year/route.ts';

/** The working days, for everybody; and how a decision of the Cabinet becomes known, by two operators (ADR 39). */
export const CALENDAR_PAGES: readonly Page[] = [year, decisionsCsv, list, enter, takeBack, proposal, confirm];
