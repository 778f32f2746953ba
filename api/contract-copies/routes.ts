import { Router } from 'express';
import { findBundles } from '../../cases/contract-copies/findBundles.ts';
import { findOverdue } from '../../cases/terms/findOverdue.ts';
import { copiesSeenBy } from '../../law/signature-issuance/whoSeesCopies.ts';
import { overdueSeenBy } from '../../law/signature-issuance/whoSeesOverdue.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { partyOf } from '../../law/officials.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';

/** Bundles of contract copies and overdue terms, as far as each office sees them; every read is in the evidence. */
export function contractCopiesRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  const holders = ['operator', 'auditor', 'ministry-officer', 'mission-officer', 'centre-officer'] as const;

  router.get(
    '/bundles',
    requireOfficial(readToken, ...holders, 'mobile-operator-officer'),
    async (_request, response) => {
      const official = officialOf(response);
      const seen = copiesSeenBy(partyOf(official));
      const bundles = seen === null ? [] : await findBundles(record, seen);
      await noteRead(record, official, 'read-bundles', { cases: bundles.map(({ bundle }) => bundle) });
      response.json({ bundles });
    },
  );

  router.get('/overdue', requireOfficial(readToken, ...holders), async (_request, response) => {
    const official = officialOf(response);
    const terms = await findOverdue(record, overdueSeenBy(partyOf(official)));
    const cases = [...new Set(terms.map(({ caseNumber }) => caseNumber))];
    await noteRead(record, official, 'read-overdue-terms', { cases });
    response.json({ terms });
  });

  return router;
}
