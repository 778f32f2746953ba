import { type Request, type Response, Router } from 'express';
import { openIncidents, readCase, readClock, readEvidence, readSignedDocument } from '../../cases/findCases.ts';
import { mayRead } from '../../cases/mayRead.ts';
import { moveClock } from '../../cases/record/moveClock.ts';
import { recordDeliveryByHand } from '../../cases/signature-issuance/recordDelivery.ts';
import { resolveUnreadable } from '../../cases/signature-issuance/resolveUnreadable.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireFresh, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { languageOf, problem } from '../problem.ts';
import { presentForOffice } from '../signature-issuance/present.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { canBeCounted } from '../../cases/calendar/canBeCounted.ts';
import { answerDeed, badForm, repeatOf } from './answers.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { onlyRealNames } from './parameters.ts';
import { clockMove, deliveryByHand, finding } from './schema.ts';

/** What the portal operator and the auditor do, and the case as offices may see it; every read of a case by them is in the evidence. */
export function officialRoutes({ record, readToken, clockRoute }: ApiNeeds): Router {
  const router = Router();
  const operator = requireOfficial(readToken, 'operator');
  const either = requireOfficial(readToken, 'operator', 'auditor');

  onlyRealNames(router);

  const anyReader = requireOfficial(readToken, 'operator', 'auditor', 'mission-officer', 'centre-officer');
  router.get('/cases/:number', anyReader, async (request, response) => {
    const number = String(request.params['number']);
    const official = officialOf(response);
    const { party } = actorOf(official);
    const isOffice = official.role === 'mission-officer' || official.role === 'centre-officer';
    const found = isOffice && !(await mayRead(record, party, number)) ? null : await readCase(record, number);
    await noteRead(record, official, found === null ? 'read-unknown-case' : 'read-case', number);
    if (found === null) problem(request, response, 404, 'not-found');
    else response.json(isOffice ? presentForOffice(found, party ?? '', languageOf(request)) : found);
  });

  router.get('/cases/:number/evidence', requireOfficial(readToken, 'auditor'), async (request, response) => {
    const number = String(request.params['number']);
    await noteRead(record, officialOf(response), 'read-evidence', number);
    const rows = await readEvidence(record, number);
    if (rows.length === 0) problem(request, response, 404, 'not-found');
    else response.json({ rows });
  });

  router.get('/cases/:number/documents/:kind', either, async (request, response) => {
    const number = String(request.params['number']);
    await noteRead(record, officialOf(response), 'read-document', number);
    const jws = await readSignedDocument(record, number, String(request.params['kind']));
    if (jws === null) problem(request, response, 404, 'not-found');
    else response.type('application/jose').send(jws);
  });

  router.get('/incidents', operator, async (_request, response) => {
    response.json({ incidents: await openIncidents(record) });
  });

  router.post('/cases/:number/deliveries', requireKey, operator, async (request, response) => {
    const read = deliveryByHand.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const caseNumber = String(request.params['number']);
    const delivery = { caseNumber, ...read.data };
    const once = repeatOf(request, response, `POST /cases/${caseNumber}/deliveries`, read.data);
    const outcome = await recordDeliveryByHand(record, actorOf(officialOf(response)), delivery, once);
    if (outcome?.kind === 'calendar-not-published')
      return problem(request, response, 409, 'term-waits', { fill: { year: String(outcome.year) } });
    answer(request, response, outcome, ['started', 'already']);
  });

  router.post('/cases/:number/findings', requireKey, operator, requireFresh, async (request, response) => {
    const read = finding.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const caseNumber = String(request.params['number']);
    const found = { caseNumber, ...read.data };
    const once = repeatOf(request, response, `POST /cases/${caseNumber}/findings`, read.data);
    answer(request, response, await resolveUnreadable(record, actorOf(officialOf(response)), found, once), [
      'resolved',
    ]);
  });

  router.get('/clock', async (_request, response) => {
    response.json(await readClock(record));
  });

  if (clockRoute)
    router.post('/clock', requireKey, operator, async (request, response) => {
      const read = clockMove.safeParse(request.body);
      if (!read.success) {
        badForm(request, response, read.error);
        return;
      }
      const at = 'forwardTo' in read.data ? read.data.forwardTo : read.data.freezeAt;
      if (!(await canBeCounted(record, at))) {
        problem(request, response, 409, 'clock-beyond-calendar');
        return;
      }
      const once = repeatOf(request, response, 'POST /clock', read.data);
      const outcome = await moveClock(record, actorOf(officialOf(response)), read.data, once);
      if (outcome.kind === 'backwards') problem(request, response, 409, 'clock-backwards');
      else answer(request, response, outcome, ['moved']);
    });

  return router;
}

/** Answers a deed's outcome: as it is where it did something, else by the problem that says why not. */
function answer(request: Request, response: Response, outcome: { kind: string } | null, done: readonly string[]): void {
  answerDeed(request, response, outcome, { done, words: {} });
}
