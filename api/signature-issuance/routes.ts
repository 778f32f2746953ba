import { createHash, randomUUID } from 'node:crypto';
import { Router } from 'express';
import { describeDocumentProblem } from '../../law/signature-issuance/documents.ts';
import { whyNoFile } from '../../cases/drafts/whyNoFile.ts';
import { readCase } from '../../cases/findCases.ts';
import { recordUpload } from '../../cases/signature-issuance/recordUpload.ts';
import { submitApplication } from '../../cases/signature-issuance/submitApplication.ts';
import { withdraw } from '../../cases/signature-issuance/withdraw.ts';
import { networkOf } from '../../cases/record/networkOf.ts';
import { tooOften } from '../middleware/tooOften.ts';
import { answerEarlier, repeatable, requireKey } from '../middleware/requireKey.ts';
import { kindOf, readUpload } from '../middleware/readUpload.ts';
import type { ApiNeeds } from '../needs.ts';
import { languageOf, problem } from '../problem.ts';
import { presentForApplicant, presentSubmission, presentWithdrawal } from './present.ts';
import { caseNumberOf, requireApplicant } from '../middleware/requireAccess.ts';
import { itemsOf, submission } from './schema.ts';

const ANYBODY = 'anybody';

/** What an applicant does: upload, apply (R1598/2.3, 2.6), follow the case, withdraw. */
export function applicantRoutes({ record, files, takeIn }: ApiNeeds): Router {
  const router = Router();

  router.post('/uploads', requireKey, readUpload, async (request, response) => {
    const kind = kindOf(request);
    if (kind === undefined || request.file === undefined) {
      problem(request, response, 400, 'upload-form');
      return;
    }
    const not = await whyNoFile(record, files, networkOf(request.ip));
    if (not !== null) {
      if (not === 'too-many') tooOften(request, response, 'too-many-files');
      else problem(request, response, 503, 'no-space');
      return;
    }
    const bytes = request.file.buffer;
    const taken = await takeIn(kind, bytes);
    if (taken.kind === 'refused') {
      const fill = describeDocumentProblem(kind, taken.reason, languageOf(request));
      const items = [{ field: '/file', document: kind, code: taken.reason, ...fill }];
      problem(request, response, 422, 'file-refused', { clause: taken.clause, items, fill });
      return;
    }
    const body = `${kind} ${createHash('sha256').update(bytes).digest('hex')}`;
    const outcome = await recordUpload(record, files, {
      id: randomUUID(),
      kind,
      mediaType: taken.mediaType,
      sha256: taken.sha256,
      storedSha256: taken.storedSha256,
      content: taken.bytes,
      request: repeatable(request, 'POST /uploads', ANYBODY, body),
    });
    if (outcome.kind === 'stored') response.status(201).json(outcome.upload);
    else answerEarlier(request, response, outcome.kind);
  });

  router.post('/applications', requireKey, async (request, response) => {
    const read = submission.safeParse(request.body);
    if (!read.success) {
      problem(request, response, 400, 'not-the-right-form', { items: itemsOf(read.error) });
      return;
    }
    const outcome = await submitApplication(record, {
      ...read.data,
      request: repeatable(request, 'POST /applications', ANYBODY, JSON.stringify(read.data)),
    });
    if (outcome.kind === 'registered') response.locals['caseNumber'] = outcome.caseNumber;
    presentSubmission(request, response, outcome);
    response.once('finish', () => record.failpoint('submit:after-answer'));
  });

  const applicant = requireApplicant(record);

  router.get('/application', applicant, async (request, response) => {
    const found = await readCase(record, caseNumberOf(response));
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(presentForApplicant(found, languageOf(request)));
  });

  router.post('/application/withdrawal', requireKey, applicant, async (request, response) => {
    const caseNumber = caseNumberOf(response);
    const outcome = await withdraw(record, caseNumber, repeatable(request, 'POST /withdrawal', caseNumber, ''));
    presentWithdrawal(request, response, outcome);
  });

  return router;
}
