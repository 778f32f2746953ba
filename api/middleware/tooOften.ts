import type { Request, Response } from 'express';
import { problem } from '../problem.ts';

const HOUR = 3_600;
const AGAIN_AFTER = { 'too-many-tries': HOUR, 'too-many-files': HOUR, 'too-many-drafts': 24 * HOUR } as const;

/** Answers that a limit is reached, and after how many seconds at the latest there is room again. */
export function tooOften(request: Request, response: Response, code: keyof typeof AGAIN_AFTER): void {
  response.set('Retry-After', String(AGAIN_AFTER[code]));
  problem(request, response, 429, code);
}
