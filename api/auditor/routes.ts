import { type Request, type Response, Router } from 'express';
import { noteAudit } from '../../cases/auditor/noteAudit.ts';
import { EXPORT_MOST, type FoundRow, SEARCH_MOST, searchEvidence } from '../../cases/auditor/searchEvidence.ts';
import { verifyChain } from '../../cases/auditor/verifyChain.ts';
import { readClock } from '../../cases/findCases.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { problem } from '../problem.ts';
import { evidenceQuery } from './schema.ts';

/** What an auditor does: searches the evidence, verifies a chain, takes rows with him. Each is evidence itself. */
export function auditorRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  const auditor = requireOfficial(readToken, 'auditor');

  /** The rows that fit, the search noted; null where what was asked has been answered as faulty. */
  const search = async (
    request: Request,
    response: Response,
    what: 'evidence-searched' | 'evidence-exported',
    most: number,
  ): Promise<{ rows: FoundRow[]; today: string } | null> => {
    const read = evidenceQuery.safeParse(request.query);
    if (!read.success) {
      badForm(request, response, read.error);
      return null;
    }
    const today = bakuDay((await readClock(record)).legalNow);
    const asked = { ...read.data, until: read.data.until ?? today };
    const rows = await searchEvidence(record, asked, most);
    await noteAudit(record, officialOf(response), what, { ...asked, rows: rows.length });
    return { rows, today };
  };

  router.get('/auditor/evidence', auditor, async (request, response) => {
    const found = await search(request, response, 'evidence-searched', SEARCH_MOST);
    if (found !== null) response.json({ rows: found.rows, most: SEARCH_MOST });
  });

  router.get('/auditor/export', auditor, async (request, response) => {
    const found = await search(request, response, 'evidence-exported', EXPORT_MOST);
    if (found === null) return;
    response.attachment(`evidence-${found.today}.jsonl`).type('application/x-ndjson');
    response.send(found.rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  });

  router.get('/auditor/chains/:chain/verdict', auditor, async (request, response) => {
    const chain = String(request.params['chain']);
    const verdict = await verifyChain(record, chain);
    const official = officialOf(response);
    await noteAudit(record, official, 'chain-verified', { chain, verdict: verdict.kind });
    if (verdict.kind === 'unknown') return problem(request, response, 404, 'not-found');
    if (chain.startsWith('case:')) await noteRead(record, official, 'read-evidence', chain.slice(5));
    response.json({ chain, ...verdict });
  });

  return router;
}
