import { Router } from 'express';
import { mendApplication } from '../../cases/centre/mendApplication.ts';
import { readDeficiencies } from '../../cases/centre/readDeficiencies.ts';
import { describeItem } from '../../law/signature-issuance/completeness.ts';
import { describeDeficiency, MENDING_REASONS } from '../../law/signature-issuance/words/centreReasons.ts';
import { repeatable, requireKey } from '../middleware/requireKey.ts';
import { caseNumberOf, requireApplicant } from '../middleware/requireAccess.ts';
import type { ApiNeeds } from '../needs.ts';
import { answerDeed, badForm } from '../officials/answers.ts';
import { languageOf, problem } from '../problem.ts';
import { mending } from './schema.ts';

/** What an applicant does about what the Centre found deficient (R1598/2.9): see it, and mend it. */
export function mendingRoutes({ record }: ApiNeeds): Router {
  const router = Router();
  const applicant = requireApplicant(record);

  router.get('/application/mending', applicant, async (request, response) => {
    const found = await readDeficiencies(record, caseNumberOf(response));
    if (found === null) {
      problem(request, response, 404, 'not-found');
      return;
    }
    const items = found.items.map((one) => ({ ...one, ...describeDeficiency(one, languageOf(request)) }));
    response.json({ ...found, items });
  });

  router.post('/application/mending', requireKey, applicant, async (request, response) => {
    const read = mending.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const caseNumber = caseNumberOf(response);
    const once = repeatable(request, 'POST /application/mending', caseNumber, JSON.stringify(read.data));
    const outcome = await mendApplication(record, caseNumber, read.data, once);
    if (outcome?.kind === 'incomplete') {
      const language = languageOf(request);
      const items = outcome.items.map((item) => ({ ...item, ...describeItem(item, language) }));
      problem(request, response, 422, 'incomplete', { clause: 'Q191/7.4', items });
    } else if (outcome?.kind === 'unknown-uploads') {
      const items = outcome.uploads.map((id) => ({ field: '/uploads', reason: 'unknown-upload', id }));
      problem(request, response, 422, 'unknown-uploads', { items });
    } else answerDeed(request, response, outcome, { done: ['mended'], words: MENDING_REASONS });
  });

  return router;
}
