import { Router } from 'express';
import { detachFile, openDraftFile } from '../../cases/drafts/editDraft.ts';
import { takeFile } from '../../cases/drafts/takeFile.ts';
import { describeDocumentProblem } from '../../law/signature-issuance/documents.ts';
import { networkOf } from '../../cases/record/networkOf.ts';
import { kindOf, readUpload } from '../middleware/readUpload.ts';
import { draftIdOf, requireDraft } from '../middleware/requireAccess.ts';
import { answerEarlier, repeatable, requireKey } from '../middleware/requireKey.ts';
import { tooOften } from '../middleware/tooOften.ts';
import type { ApiNeeds } from '../needs.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { languageOf, problem } from '../problem.ts';

/** A draft's documents (R1598/2.3.1-2.3.3): each judged at once by its content, looked at, replaced, removed. */
export function fileRoutes(needs: ApiNeeds): Router {
  const { record, files } = needs;
  const router = Router();
  onlyRealNames(router);
  const draft = requireDraft(record);

  router.post('/draft/files', requireKey, draft, readUpload, async (request, response) => {
    const kind = kindOf(request);
    if (kind === undefined || request.file === undefined) return problem(request, response, 400, 'upload-form');
    const draftId = draftIdOf(response);
    const file = { draftId, kind, bytes: request.file.buffer, address: networkOf(request.ip) };
    const outcome = await takeFile(needs, file, repeatable(request, 'POST /draft/files', draftId, ''));
    switch (outcome.kind) {
      case 'attached':
        response.status(201).json(outcome.file);
        return;
      case 'refused': {
        const fill = describeDocumentProblem(kind, outcome.reason, languageOf(request));
        const items = [{ field: '/file', document: kind, code: outcome.reason, ...fill }];
        problem(request, response, 422, 'file-refused', { clause: outcome.clause, items, fill });
        return;
      }
      case 'too-many':
        tooOften(request, response, 'too-many-files');
        return;
      case 'no-space':
        problem(request, response, 503, 'no-space');
        return;
      case 'no-draft':
        problem(request, response, 404, 'not-found');
        return;
      case 'other-body':
      case 'in-flight':
        answerEarlier(request, response, outcome.kind);
    }
  });

  router.get('/draft/files/:id', draft, async (request, response) => {
    const found = await openDraftFile(record, files, draftIdOf(response), String(request.params['id']));
    if (found === null) problem(request, response, 404, 'not-found');
    else response.type(found.mediaType).send(found.bytes);
  });

  router.delete('/draft/files/:id', draft, async (request, response) => {
    const removed = await detachFile(record, files, draftIdOf(response), String(request.params['id']));
    if (removed) response.json({ kind: 'removed' });
    else problem(request, response, 404, 'not-found');
  });

  return router;
}
