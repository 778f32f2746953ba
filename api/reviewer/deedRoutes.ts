import { createHash } from 'node:crypto';
import { type Request, type Response, Router } from 'express';
import { answerFile, declareParty } from '../../cases/reviewer/answerFile.ts';
import { readFile } from '../../cases/reviewer/readFile.ts';
import { takeFile } from '../../cases/reviewer/takeFile.ts';
import type { Opinion } from '../../law/signature-issuance/opinions.ts';
import { REVIEW_REASONS } from '../../law/signature-issuance/words/reviewReasons.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { requireFresh, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { problem } from '../problem.ts';
import { reviewerOf } from './reviewerOf.ts';
import { negative, nothing, taking } from './schema.ts';

const GIVEN = ['ended-the-case', 'noted', 'late', 'after-decision', 'incident'];

/** What a reviewer does to a file (R1598/2.8): says his agency's opinion, takes it, hands it on, declares himself bound. */
export function deedRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  onlyRealNames(router);
  const reviewer = requireOfficial(readToken, 'reviewer');

  const give = async (request: Request, response: Response, opinion: Opinion) => {
    const caseNumber = String(request.params['number']);
    // The id stands in the evidence, and a key is whatever a program makes it.
    const messageId = createHash('sha256')
      .update(request.get('idempotency-key') ?? '')
      .digest('hex');
    const outcome = await answerFile(record, reviewerOf(response), { caseNumber, messageId, opinion });
    answerDeed(request, response, outcome, { done: GIVEN, words: REVIEW_REASONS });
  };

  router.post('/reviewer/files/:number/nothing-against', requireKey, reviewer, async (request, response) => {
    const read = nothing.safeParse(request.body ?? {});
    if (!read.success) return badForm(request, response, read.error);
    await give(request, response, { kind: 'nothing-against' });
  });

  const negatively = [requireKey, reviewer, requireFresh];
  router.post('/reviewer/files/:number/negative', ...negatively, async (request, response) => {
    const read = negative.safeParse(request.body ?? {});
    if (!read.success) return badForm(request, response, read.error);
    const { code, grounds } = read.data;
    const said = { ...(code !== undefined && { code }), ...(grounds !== undefined && { grounds }) };
    await give(request, response, { kind: 'negative', ...said });
  });

  router.post('/reviewer/files/:number/taking', requireKey, reviewer, async (request, response) => {
    const read = taking.safeParse(request.body ?? {});
    if (!read.success) return badForm(request, response, read.error);
    const caseNumber = String(request.params['number']);
    const actor = reviewerOf(response);
    const { to = actor.id } = read.data;
    const once = repeatOf(request, response, `POST ${request.path}`, { to });
    const outcome = await takeFile(record, actor, { caseNumber, to }, once);
    answerDeed(request, response, outcome, { done: ['taken'], words: REVIEW_REASONS });
  });

  router.post('/reviewer/files/:number/declaration', requireKey, reviewer, async (request, response) => {
    const read = nothing.safeParse(request.body ?? {});
    if (!read.success) return badForm(request, response, read.error);
    const caseNumber = String(request.params['number']);
    const actor = reviewerOf(response);
    const isAsked = (await readFile(record, actor.body, caseNumber)) !== null;
    const outcome = isAsked ? await declareParty(record, actor, caseNumber) : null;
    if (outcome === null) problem(request, response, 404, 'not-found');
    else response.json(outcome);
  });

  return router;
}
