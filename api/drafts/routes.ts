import { type Request, type Response, Router } from 'express';
import { ACCESS_MINUTES, grantAccess } from '../../cases/applicant/access.ts';
import { readDraft } from '../../cases/drafts/editDraft.ts';
import { findDraft, openDraft } from '../../cases/drafts/openDraft.ts';
import { STEP_NAMES } from '../../cases/drafts/steps.ts';
import { submitDraft } from '../../cases/drafts/submitDraft.ts';
import { writeFields } from '../../cases/drafts/writeFields.ts';
import { withinLimit } from '../../cases/record/limits.ts';
import { networkOf } from '../../cases/record/networkOf.ts';
import { draftIdOf, requireDraft } from '../middleware/requireAccess.ts';
import { repeatable, requireKey } from '../middleware/requireKey.ts';
import { tooOften } from '../middleware/tooOften.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm } from '../officials/answers.ts';
import { languageOf, problem } from '../problem.ts';
import { presentSubmission } from '../signature-issuance/present.ts';
import { fileRoutes } from './fileRoutes.ts';
import { presentDraft } from './present.ts';
import { comeBack, fieldValues } from './schema.ts';

/** A draft of an application (ADR 35): opened, come back to by its return code, filled step by step, submitted. */
export function draftRoutes(needs: ApiNeeds): Router {
  const { record, files } = needs;
  const router = Router();
  const draft = requireDraft(record);
  const accessTo = (draftId: string) => grantAccess(record, 'draft', draftId, ACCESS_MINUTES.draft);

  router.post('/drafts', async (request, response) => {
    const opened = await openDraft(record, files, networkOf(request.ip));
    if (opened.kind === 'no-space') problem(request, response, 503, 'no-space');
    else if (opened.kind === 'too-many') tooOften(request, response, 'too-many-drafts');
    else response.status(201).json({ returnCode: opened.returnCode, access: accessTo(opened.draftId) });
  });

  router.post('/draft/session', async (request, response) => {
    const read = comeBack.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    if (!(await withinLimit(record, 'code-tried', networkOf(request.ip))))
      return tooOften(request, response, 'too-many-tries');
    const draftId = await findDraft(record, read.data.returnCode);
    if (draftId === null) problem(request, response, 422, 'code-wrong');
    else response.status(201).json(accessTo(draftId));
  });

  const show = async (request: Request, response: Response) => {
    const found = await readDraft(record, draftIdOf(response));
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(presentDraft(found, languageOf(request)));
  };

  router.get('/draft', draft, show);

  router.patch('/draft/steps/:step', draft, async (request, response) => {
    const step = STEP_NAMES.find((known) => known === request.params['step']);
    if (step === undefined) return problem(request, response, 404, 'not-found');
    const read = fieldValues.safeParse(request.body);
    if (!read.success) return badForm(request, response, read.error);
    const written = await writeFields(record, draftIdOf(response), step, read.data.fields);
    if (written?.kind === 'faulty')
      return problem(request, response, 400, 'not-the-right-form', { items: written.faults });
    await show(request, response);
  });

  router.post('/draft/submission', requireKey, draft, async (request, response) => {
    const draftId = draftIdOf(response);
    const once = repeatable(request, 'POST /draft/submission', draftId, draftId);
    const outcome = await submitDraft(record, draftId, once);
    if (outcome === null) return problem(request, response, 404, 'not-found');
    if (outcome.kind === 'registered') response.locals['caseNumber'] = outcome.caseNumber;
    presentSubmission(request, response, outcome);
  });

  router.use(fileRoutes(needs));
  return router;
}
