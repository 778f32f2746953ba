import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDecisions } from '../../../law/calendar/readDecisions.ts';

/** The text of the repository's decision rows. */
export const SEED = readFileSync(join(import.meta.dirname, '../../../prisma/calendar-decisions.csv'), 'utf8');

/** The same, read. */
export const DECISIONS = readDecisions(SEED);
