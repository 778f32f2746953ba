import { Router } from 'express';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { announce, withdrawAnnouncement } from '../../cases/operator/announcements.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { problem } from '../problem.ts';
import { announcement } from './schema.ts';

/** Maintenance, announced by the operator and taken back; `GET /state` tells everybody. */
export function announcementRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  onlyRealNames(router);
  const operator = requireOfficial(readToken, 'operator');

  router.post('/operator/announcements', requireKey, operator, async (request, response) => {
    const read = announcement.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const { from, until, text } = read.data;
    const said = { from: new Date(from).toISOString(), until: new Date(until).toISOString(), text };
    const once = repeatOf(request, response, 'POST /operator/announcements', said);
    const outcome = await announce(record, actorOf(officialOf(response)), said, once);
    answerDeed(request, response, outcome, { done: ['announced'], words: {} });
  });

  router.delete('/operator/announcements/:id', operator, async (request, response) => {
    const taken = await withdrawAnnouncement(record, actorOf(officialOf(response)), String(request.params['id']));
    if (taken) response.json({ kind: 'withdrawn' });
    else problem(request, response, 404, 'not-found');
  });

  return router;
}
