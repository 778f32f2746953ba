import { Router } from 'express';
import { colleagues, endAbsence, enterAbsence, readAbsences } from '../../cases/reviewer/colleagues.ts';
import { REVIEW_REASONS } from '../../law/signature-issuance/words/reviewReasons.ts';
import { requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { languageOf, problem } from '../problem.ts';
import { reviewerOf } from './reviewerOf.ts';
import { absence, absenceEnd } from './schema.ts';

/** Absences of an agency's reviewers, each with a stand-in who sees the absent one's files meanwhile (ADR 34). */
export function absenceRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  const reviewer = requireOfficial(readToken, 'reviewer');

  router.get('/reviewer/absences', reviewer, async (_request, response) => {
    const { body, id } = reviewerOf(response);
    const others = (await colleagues(record, body)).filter((sub) => sub !== id);
    response.json({ absences: await readAbsences(record, body), colleagues: others });
  });

  router.post('/reviewer/absences', reviewer, async (request, response) => {
    const read = absence.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const outcome = await enterAbsence(record, reviewerOf(response), read.data);
    switch (outcome.kind) {
      case 'entered':
        response.status(201).json(outcome);
        return;
      case 'days':
      case 'past': {
        const items = [{ field: '/untilDay', reason: outcome.kind === 'days' ? 'order' : 'past' }];
        problem(request, response, 422, 'not-the-right-form', { items });
        return;
      }
      case 'no-colleague': {
        const detail = REVIEW_REASONS['no-colleague']?.[languageOf(request)] ?? outcome.kind;
        const items = [{ field: '/standIn', reason: outcome.kind, detail }];
        problem(request, response, 422, 'not-the-right-form', { items });
      }
    }
  });

  router.post('/reviewer/absences/end', reviewer, async (request, response) => {
    const read = absenceEnd.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const ended = await endAbsence(record, reviewerOf(response), read.data.enteredAt);
    if (ended) response.json({ kind: 'ended' });
    else problem(request, response, 404, 'not-found');
  });

  return router;
}
