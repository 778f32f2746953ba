import { Router } from 'express';
import { readAccounts, setSuspended } from '../../cases/officials/suspend.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { readDesk } from '../../cases/operator/readDesk.ts';
import { readOutageRegister } from '../../cases/operator/readOutageRegister.ts';
import { readStuck } from '../../cases/operator/readStuck.ts';
import { readUnreachable } from '../../cases/operator/readUnreachable.ts';
import { retryCase } from '../../cases/operator/retryCase.ts';
import { settleCentreMessage } from '../../cases/operator/settleCentreMessage.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireFresh, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { problem } from '../problem.ts';
import { announcementRoutes } from './announcementRoutes.ts';
import { nothing, settled, stuckQuery, suspension } from './schema.ts';

/** The portal operator's desk: what does not go on by itself and why, outages, and who may come in. */
export function operatorRoutes(needs: ApiNeeds): Router {
  const { record, readToken } = needs;
  const router = Router();
  onlyRealNames(router);
  const operator = requireOfficial(readToken, 'operator');

  router.get('/operator/desk', operator, async (_request, response) => {
    const [counts, stuck] = await Promise.all([readDesk(record), readStuck(record)]);
    response.json({ ...counts, stuck: stuck.length });
  });

  router.get('/operator/stuck', operator, async (request, response) => {
    const read = stuckQuery.safeParse(request.query);
    if (!read.success) return badForm(request, response, read.error);
    response.json({ cases: await readStuck(record, read.data.case) });
  });

  router.get('/operator/unreachable', operator, async (_request, response) => {
    response.json({ requests: await readUnreachable(record) });
  });

  router.get('/operator/outages', operator, async (_request, response) => {
    response.json(await readOutageRegister(record));
  });

  router.get('/operator/users', operator, requireFresh, async (_request, response) => {
    response.json({ users: await readAccounts(record) });
  });

  router.post('/operator/users/suspension', operator, requireFresh, async (request, response) => {
    const read = suspension.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const why = read.data.suspended ? read.data.why : null;
    const outcome = await setSuspended(record, actorOf(officialOf(response)), read.data.sub, why);
    if (outcome.kind === 'unknown') problem(request, response, 404, 'not-found');
    else if (outcome.kind === 'oneself') problem(request, response, 409, 'not-oneself');
    else response.json(outcome);
  });

  router.post('/cases/:number/retry', requireKey, operator, async (request, response) => {
    const read = nothing.safeParse(request.body ?? {});
    if (!read.success) return badForm(request, response, read.error);
    const caseNumber = String(request.params['number']);
    const once = repeatOf(request, response, `POST ${request.path}`, read.data);
    const outcome = await retryCase(record, actorOf(officialOf(response)), caseNumber, once);
    answerDeed(request, response, outcome, { done: ['retried', 'nothing-waits'], words: {} });
  });

  router.post('/cases/:number/centre-settlement', requireKey, operator, async (request, response) => {
    const read = settled.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const message = { caseNumber: String(request.params['number']), ...read.data };
    const once = repeatOf(request, response, `POST ${request.path}`, read.data);
    const outcome = await settleCentreMessage(record, actorOf(officialOf(response)), message, once);
    answerDeed(request, response, outcome, { done: ['settled'], words: {} });
  });

  router.use(announcementRoutes(needs));
  return router;
}
