import { Router } from 'express';
import { ACCESS_MINUTES, grantAccess } from '../../cases/applicant/access.ts';
import { askOneTimeCode, useOneTimeCode } from '../../cases/applicant/oneTimeCode.ts';
import { withinLimit } from '../../cases/record/limits.ts';
import { networkOf } from '../../cases/record/networkOf.ts';
import { tooOften } from '../middleware/tooOften.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { problem } from '../problem.ts';
import { session, signInAsked } from './schema.ts';

/** An applicant's sign-in (ADR 36): the tracking code, then the one-time code from the e-mail; a short-lived token then. */
export function signInRoutes({ record }: ApiNeeds): Router {
  const router = Router();

  router.post('/application/sign-in', async (request, response) => {
    const read = signInAsked.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const asked = await askOneTimeCode(record, { ...read.data, address: networkOf(request.ip) });
    if (asked.kind === 'too-many') tooOften(request, response, 'too-many-tries');
    else response.status(202).json(asked);
  });

  router.post('/application/session', async (request, response) => {
    const read = session.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    if (!(await withinLimit(record, 'code-tried', networkOf(request.ip))))
      return tooOften(request, response, 'too-many-tries');
    const caseNumber = await useOneTimeCode(record, read.data);
    if (caseNumber === null) problem(request, response, 422, 'code-wrong');
    else response.status(201).json(grantAccess(record, 'case', caseNumber, ACCESS_MINUTES.signedIn));
  });

  return router;
}
