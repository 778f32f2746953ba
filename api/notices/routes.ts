import { type Request, type Response, Router } from 'express';
import { tellByOtherMeans, undeliveredNotices } from '../../cases/notices/undelivered.ts';
import { NOTICE_REASONS } from '../../law/signature-issuance/words/noticeReasons.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { told } from './schema.ts';

/** The operator's list of events that reached nobody, and how he tells that somebody was told by other means. */
export function noticeRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  const operator = requireOfficial(readToken, 'operator');

  router.get('/notices/undelivered', operator, async (_request, response) => {
    response.json({ notices: await undeliveredNotices(record) });
  });

  router.post('/notices/undelivered', requireKey, operator, async (request: Request, response: Response) => {
    const read = told.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const { caseNumber, event, document } = read.data;
    const once = repeatOf(request, response, 'POST /notices/undelivered', read.data);
    const actor = actorOf(officialOf(response));
    const outcome = await tellByOtherMeans(record, actor, { caseNumber, event, document }, once);
    answerDeed(request, response, outcome, { done: ['resolved'], words: NOTICE_REASONS });
  });

  return router;
}
