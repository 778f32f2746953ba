import { type Request, type Response, Router } from 'express';
import { beginPreview } from '../../cases/calendar/beginPreview.ts';
import { confirmProposal } from '../../cases/calendar/confirmProposal.ts';
import { endProposal } from '../../cases/calendar/endProposal.ts';
import { propose } from '../../cases/calendar/propose.ts';
import { readCalendar, readHeldDecisions } from '../../cases/calendar/readCalendar.ts';
import { readLines, readProposal, readProposals } from '../../cases/calendar/readProposals.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { sayDecisionFault } from '../../law/calendar/decisionFaultWords.ts';
import type { RowFault } from '../../law/calendar/decisionFaults.ts';
import { EDITOR_REFUSAL_WORDS, type EditorRefusal } from '../../law/calendar/editor.ts';
import { writeDecisions } from '../../law/calendar/readDecisions.ts';
import { DAY_WORDS } from '../../law/calendar/words.ts';
import { answerEarlier, requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireFresh, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { badForm, repeatOf } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { languageOf, problem } from '../problem.ts';
import { confirmation, linesQuery, newProposal, rejection, yearQuery } from './schema.ts';

/** The calendar editor (ADR 39): proposed by one operator, confirmed by another; the calendar itself is for everybody. */
export function calendarRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  const operator = requireOfficial(readToken, 'operator');
  onlyRealNames(router);

  router.get('/calendar/proposals', operator, async (_request, response) => {
    response.json({ proposals: await readProposals(record) });
  });

  router.post('/calendar/proposals', requireKey, operator, async (request, response) => {
    const read = newProposal.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const once = repeatOf(request, response, 'POST /calendar/proposals', read.data);
    answer(request, response, await propose(record, actorOf(officialOf(response)), read.data, once));
  });

  router.get('/calendar/proposals/:id', operator, async (request, response) => {
    const found = await readProposal(record, String(request.params['id']));
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(found);
  });

  router.get('/calendar/proposals/:id/lines', operator, async (request, response) => {
    const read = linesQuery.safeParse(request.query);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const { run, outcome = null, page } = read.data;
    const found = await readProposal(record, String(request.params['id']));
    const id = found?.[run]?.id;
    if (id === undefined) problem(request, response, 404, 'not-found');
    else response.json(await readLines(record, id, { outcome, page }));
  });

  router.post('/calendar/proposals/:id/preview', operator, async (request, response) => {
    const id = String(request.params['id']);
    answer(request, response, await beginPreview(record, actorOf(officialOf(response)), id));
  });

  const confirming = [requireKey, operator, requireFresh];
  router.post('/calendar/proposals/:id/confirmation', ...confirming, async (request, response) => {
    const read = confirmation.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const proposal = String(request.params['id']);
    const once = repeatOf(request, response, `POST /calendar/proposals/${proposal}/confirmation`, read.data);
    const asked = { proposal, ...read.data };
    answer(request, response, await confirmProposal(record, actorOf(officialOf(response)), asked, once));
  });

  router.post('/calendar/proposals/:id/rejection', operator, async (request, response) => {
    const read = rejection.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const asked = { proposal: String(request.params['id']), ...read.data };
    answer(request, response, await endProposal(record, actorOf(officialOf(response)), asked));
  });

  router.get('/calendar/decisions', async (_request, response) => {
    response.json({ decisions: await readHeldDecisions(record) });
  });

  router.get('/calendar/decisions.csv', async (_request, response) => {
    response.type('text/csv').send(writeDecisions(await readHeldDecisions(record)));
  });

  router.get('/calendar/years/:year', async (request, response) => {
    const read = yearQuery.safeParse(request.query);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const year = Number(request.params['year']);
    const { calendar, knownOn } = await readCalendar(record, read.data.knownOn);
    const { from, to } = calendar.coveredYears;
    if (!Number.isInteger(year) || year < from || year > to) {
      problem(request, response, 404, 'not-found');
      return;
    }
    const words = DAY_WORDS[languageOf(request)];
    const nonWorking = calendar.nonWorkingDays(year).map((day) => {
      const why = calendar.whyOff(day) ?? '';
      return { day, why, sentence: words[why] ?? why };
    });
    response.json({ year, knownOn, version: calendar.version, provisional: calendar.isProvisional(year), nonWorking });
  });

  return router;
}

type EditorOutcome =
  | { kind: 'proposed' | 'begun' | 'confirmed' | 'rejected' | 'withdrawn' }
  | { kind: 'faulty'; faults: RowFault[] }
  | { kind: 'refused'; reason: EditorRefusal }
  | { kind: 'not-found' | 'other-body' | 'in-flight' };

function answer(request: Request, response: Response, outcome: EditorOutcome): void {
  const language = languageOf(request);
  switch (outcome.kind) {
    case 'not-found':
      problem(request, response, 404, 'not-found');
      return;
    case 'other-body':
    case 'in-flight':
      answerEarlier(request, response, outcome.kind);
      return;
    case 'refused': {
      const { reason } = outcome;
      const sentence = EDITOR_REFUSAL_WORDS[reason][language];
      problem(request, response, 409, 'calendar-refused', { instants: { reason }, fill: { sentence } });
      return;
    }
    case 'faulty': {
      const items = outcome.faults.map(({ row, field, reason, ...named }) => ({
        field: field === 'published' ? '/published' : `/days/${row}/${field}`,
        reason,
        detail: sayDecisionFault({ reason, ...named }, language),
      }));
      problem(request, response, 422, 'decision-faulty', { items });
      return;
    }
    case 'proposed':
    case 'begun':
    case 'confirmed':
    case 'rejected':
    case 'withdrawn':
      response.json(outcome);
  }
}
