import { Router } from 'express';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { actsFor, colleagues } from '../../cases/reviewer/colleagues.ts';
import { QUEUE_PAGE, readQueue } from '../../cases/reviewer/readQueue.ts';
import { readFile, readLate } from '../../cases/reviewer/readFile.ts';
import { openDocument } from '../../cases/signature-issuance/recordUpload.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { languageOf, problem } from '../problem.ts';
import { absenceRoutes } from './absenceRoutes.ts';
import { deedRoutes } from './deedRoutes.ts';
import { presentFile } from './present.ts';
import { reviewerOf } from './reviewerOf.ts';
import { queueQuery } from './schema.ts';

/** What a reviewer of one of the four agencies reads (R1598/2.7, 2.8), each read noted; his deeds and absences besides. */
export function reviewerRoutes(needs: ApiNeeds): Router {
  const { record, files, readToken } = needs;
  const router = Router();
  onlyRealNames(router);
  const reviewer = requireOfficial(readToken, 'reviewer');

  router.get('/reviewer/files', reviewer, async (request, response) => {
    const read = queueQuery.safeParse(request.query);
    if (!read.success) return badForm(request, response, read.error);
    const { id, body: agency } = reviewerOf(response);
    const { show: filter, page } = read.data;
    const officials = await actsFor(record, id);
    const queue = await readQueue(record, { agency, filter, page, officials });
    const cases = queue.files.map(({ caseNumber }) => caseNumber);
    await noteRead(record, officialOf(response), 'read-queue', { cases });
    response.json({ ...queue, page, perPage: QUEUE_PAGE, standsInFor: officials.slice(1) });
  });

  router.get('/reviewer/late', reviewer, async (_request, response) => {
    const opinions = await readLate(record, reviewerOf(response).body);
    const cases = opinions.map(({ caseNumber }) => caseNumber);
    await noteRead(record, officialOf(response), 'read-late-opinions', { cases });
    response.json({ opinions });
  });

  router.get('/reviewer/files/:number', reviewer, async (request, response) => {
    const number = String(request.params['number']);
    const { body: agency, id } = reviewerOf(response);
    const found = await readFile(record, agency, number);
    const [what, read] = found === null ? ['read-unknown-case', 'none'] : ['read-review-file', number];
    await noteRead(record, officialOf(response), what, read);
    if (found === null) return problem(request, response, 404, 'not-found');
    const others = (await colleagues(record, agency)).filter((sub) => sub !== id);
    response.json({ ...presentFile(found, languageOf(request)), colleagues: others });
  });

  router.get('/reviewer/files/:number/documents/:id', reviewer, async (request, response) => {
    const { number, id } = request.params as { number: string; id: string };
    const file = await readFile(record, reviewerOf(response).body, number);
    const listed = file?.documents.some((one) => one.id === id) === true;
    const found = listed ? await openDocument(record, files, number, id) : null;
    if (found === null) return problem(request, response, 404, 'not-found');
    await noteRead(record, officialOf(response), 'read-document', number);
    response.type(found.mediaType).send(found.bytes);
  });

  router.use(deedRoutes(needs), absenceRoutes(needs));
  return router;
}
