import { randomUUID } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { openSignedContract } from '../../cases/centre/openSignedContract.ts';
import { mayRead } from '../../cases/mayRead.ts';
import { readApplication } from '../../cases/mission/readApplication.ts';
import { readCounter } from '../../cases/mission/readCounter.ts';
import { takeInPhotograph } from '../../cases/mission/takeInPhotograph.ts';
import { openDocument } from '../../cases/signature-issuance/recordUpload.ts';
import { describeDocumentProblem } from '../../law/signature-issuance/documents.ts';
import { MISSION_REASONS } from '../../law/signature-issuance/words/missionReasons.ts';
import { readUpload } from '../middleware/readUpload.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { languageOf, problem } from '../problem.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { answerDeed, repeatOf } from '../officials/answers.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { onlyRealNames } from '../officials/parameters.ts';

/**
 * What the officer at the counter needs: to compare, what was sent in and the photograph that is brought (R1598/2.12); to
 * have signed, the contract that the Centre signed (2.14).
 */
export function counterRoutes({ record, files, takeIn, readToken }: ApiNeeds): Router {
  const router = Router();
  onlyRealNames(router);
  const officer = requireOfficial(readToken, 'mission-officer');

  /** Notes the read first, and lets nobody past to a case that is not his post's. */
  const ownCase =
    (what: string): RequestHandler =>
    async (request, response, next) => {
      const number = String(request.params['number']);
      const official = officialOf(response);
      const theirs = await mayRead(record, actorOf(official).party, number, { openOnly: true });
      await noteRead(record, official, theirs ? what : 'read-unknown-case', number);
      if (theirs) next();
      else problem(request, response, 404, 'not-found');
    };

  router.get('/cases/:number/application', officer, ownCase('read-application'), async (request, response) => {
    const found = await readApplication(record, String(request.params['number']));
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(found);
  });

  router.get('/cases/:number/counter', officer, ownCase('read-application'), async (request, response) => {
    const found = await readCounter(record, String(request.params['number']));
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(found);
  });

  router.get('/cases/:number/uploads/:id', officer, ownCase('read-upload'), async (request, response) => {
    const { number, id } = request.params as { number: string; id: string };
    const found = await openDocument(record, files, number, id);
    if (found === null) problem(request, response, 404, 'not-found');
    else response.type(found.mediaType).send(found.bytes);
  });

  router.get('/cases/:number/contract.pdf', officer, ownCase('read-contract'), async (request, response) => {
    const bytes = await openSignedContract(record, files, String(request.params['number']));
    if (bytes === null) problem(request, response, 404, 'not-found');
    else response.type('application/pdf').send(bytes);
  });

  router.post('/cases/:number/photographs', requireKey, officer, readUpload, async (request, response) => {
    if (request.file === undefined) {
      problem(request, response, 400, 'upload-form');
      return;
    }
    const taken = await takeIn('photograph', request.file.buffer);
    if (taken.kind === 'refused') {
      const fill = describeDocumentProblem('photograph', taken.reason, languageOf(request));
      const items = [{ field: '/file', document: 'photograph', code: taken.reason, ...fill }];
      problem(request, response, 422, 'file-refused', { clause: 'R1598/2.12', items, fill });
      return;
    }
    const { mediaType, sha256, storedSha256, bytes: content } = taken;
    const caseNumber = String(request.params['number']);
    const once = repeatOf(request, response, `POST ${request.path}`, { sha256 });
    const input = { caseNumber, id: randomUUID(), mediaType, storedSha256, content };
    const outcome = await takeInPhotograph(record, files, actorOf(officialOf(response)), input, once);
    answerDeed(request, response, outcome, { done: ['taken-in'], words: MISSION_REASONS });
  });

  return router;
}
