import { Router } from 'express';
import { readDifferences } from '../../cases/reconcile/readDifferences.ts';
import { DIFFERENCE_WORDS } from '../../cases/reconcile/words.ts';
import { requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { languageOf } from '../problem.ts';

/** What the reconciler found, for the portal operator and the auditor; it names cases by number and nobody by name. */
export function reconcileRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  router.get('/differences', requireOfficial(readToken, 'operator', 'auditor'), async (request, response) => {
    const language = languageOf(request);
    const differences = await readDifferences(record);
    response.json({
      differences: differences.map((one) => ({ ...one, sentence: DIFFERENCE_WORDS[one.kind][language] })),
    });
  });
  return router;
}
