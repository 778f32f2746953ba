import { Router } from 'express';
import { readCentreQueue } from '../../cases/centre/readCentreQueue.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { problem } from '../problem.ts';

/** A Centre's desk: what it has to decide (its own system answers, R1598/2.9) and what to enter in the register (5.4). */
export function centreDeskRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  router.get('/centre/cases', requireOfficial(readToken, 'centre-officer'), async (request, response) => {
    const official = officialOf(response);
    const { party } = actorOf(official);
    if (party === undefined) return problem(request, response, 404, 'not-found');
    const cases = await readCentreQueue(record, party);
    await noteRead(record, official, 'read-queue', { cases: cases.map(({ caseNumber }) => caseNumber) });
    response.json({ cases });
  });
  return router;
}
