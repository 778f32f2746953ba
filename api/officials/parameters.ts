import type { NextFunction, Request, Response, Router } from 'express';
import { isDay } from '../../law/calendar/days.ts';
import { MISSION_IDS } from '../../law/signature-issuance/missions.ts';
import { problem } from '../problem.ts';

const FORMS: Record<string, (value: string) => boolean> = {
  number: (value) => /^[A-Z]{2}-\d{4}-\d{6,12}$/.test(value),
  kind: (value) => /^[a-z-]{1,40}$/.test(value),
  id: (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
  mission: (value) => MISSION_IDS.some((id) => id === value),
  day: isDay,
};

/**
 * Answers 404 where a path's `number`, `kind`, `id`, `mission` or `day` cannot name anything: it must reach neither the
 * database nor the evidence.
 */
export function onlyRealNames(router: Router): void {
  for (const [name, fits] of Object.entries(FORMS))
    router.param(name, (request: Request, response: Response, next: NextFunction, value: string) => {
      if (fits(value)) next();
      else problem(request, response, 404, 'not-found');
    });
}
