import { Router } from 'express';
import { readAppointment } from '../../cases/applicant/readAppointment.ts';
import { readLooks } from '../../cases/applicant/readLooks.ts';
import { readSignedDocument } from '../../cases/findCases.ts';
import { caseNumberOf, requireApplicant } from '../middleware/requireAccess.ts';
import type { ApiNeeds } from '../needs.ts';
import { languageOf, problem } from '../problem.ts';

/** What an applicant takes from his case page besides the case itself: who looked at it, its record of silence, the date. */
export function applicantReadRoutes({ record, writeCalendar }: ApiNeeds): Router {
  const router = Router();
  const applicant = requireApplicant(record);

  router.get('/application/looks', applicant, async (_request, response) => {
    response.json({ looks: await readLooks(record, caseNumberOf(response)) });
  });

  router.get('/application/record-of-silence', applicant, async (request, response) => {
    const jws = await readSignedDocument(record, caseNumberOf(response), 'record-of-silence');
    if (jws === null) problem(request, response, 404, 'not-found');
    else response.type('application/jose').send(jws);
  });

  router.get('/application/appointment.ics', applicant, async (request, response) => {
    const caseNumber = caseNumberOf(response);
    const booked = await readAppointment(record, caseNumber);
    if (booked === null) return problem(request, response, 404, 'not-found');
    const text = writeCalendar({ ...booked, caseNumber }, languageOf(request));
    response.type('text/calendar').attachment(`${caseNumber}.ics`).send(text);
  });

  return router;
}
