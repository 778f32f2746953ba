import { type Request, type Response, Router } from 'express';
import { noteAudit } from '../../cases/auditor/noteAudit.ts';
import { exportEvidence } from '../../cases/auditor/exportEvidence.ts';
import { type EvidenceSearch, SEARCH_MOST, searchEvidence } from '../../cases/auditor/searchEvidence.ts';
import { verifyChain } from '../../cases/auditor/verifyChain.ts';
import { readClock } from '../../cases/findCases.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { trustInOwn } from '../../proof/trust.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { problem } from '../problem.ts';
import { evidenceQuery } from './schema.ts';

/** What an auditor does: searches the evidence, verifies a chain, takes rows with him. Each is evidence itself. */
export function auditorRoutes({ record, readToken, publishedKeys }: ApiNeeds): Router {
  const router = Router();
  const auditor = requireOfficial(readToken, 'auditor');

  /** What is searched for, and today; null where it has been answered as faulty. */
  const asked = async (
    request: Request,
    response: Response,
  ): Promise<{ search: EvidenceSearch; today: string } | null> => {
    const read = evidenceQuery.safeParse(request.query);
    if (!read.success) {
      badForm(request, response, read.error);
      return null;
    }
    const today = bakuDay((await readClock(record)).legalNow);
    return { search: { ...read.data, until: read.data.until ?? today }, today };
  };

  router.get('/auditor/evidence', auditor, async (request, response) => {
    const query = await asked(request, response);
    if (query === null) return;
    const rows = await searchEvidence(record, query.search, SEARCH_MOST);
    await noteAudit(record, officialOf(response), 'evidence-searched', { ...query.search, rows: rows.length }, rows);
    response.json({ rows, most: SEARCH_MOST });
  });

  router.get('/auditor/export', auditor, async (request, response) => {
    const query = await asked(request, response);
    if (query === null) return;
    const { text, rows } = await exportEvidence(record, query.search);
    await noteAudit(record, officialOf(response), 'evidence-exported', { ...query.search, rows: rows.length }, rows);
    response.attachment(`evidence-${query.today}.jsonl`).type('application/x-ndjson').send(text);
  });

  router.get('/auditor/chains/:chain/verdict', auditor, async (request, response) => {
    const chain = String(request.params['chain']);
    const verdict = await verifyChain(record, chain, trustInOwn(await publishedKeys()));
    const official = officialOf(response);
    await noteAudit(record, official, 'chain-verified', { chain, verdict: verdict.kind });
    if (verdict.kind === 'unknown') return problem(request, response, 404, 'not-found');
    if (chain.startsWith('case:')) await noteRead(record, official, 'read-evidence', chain.slice(5));
    response.json({ chain, ...verdict });
  });

  return router;
}
