import { Router } from 'express';
import { bookAppointment } from '../../cases/mission/bookAppointment.ts';
import { cancelAppointment } from '../../cases/mission/cancelAppointment.ts';
import { freeSlots } from '../../cases/mission/readSlots.ts';
import { MISSION_REASONS } from '../../law/signature-issuance/words/missionReasons.ts';
import { repeatable, requireKey } from '../middleware/requireKey.ts';
import { caseNumberOf, requireApplicant } from '../middleware/requireAccess.ts';
import type { ApiNeeds } from '../needs.ts';
import { answerDeed, badForm } from '../officials/answers.ts';
import { booking } from './schema.ts';

/** The applicant's appointment at the mission (R1598/2.12): free slots, booking and moving, cancelling. */
export function appointmentRoutes({ record }: ApiNeeds): Router {
  const router = Router();
  const applicant = requireApplicant(record);

  router.get('/application/slots', applicant, async (_request, response) => {
    response.json(await freeSlots(record, caseNumberOf(response)));
  });

  router.post('/application/appointment', requireKey, applicant, async (request, response) => {
    const read = booking.safeParse(request.body);
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const caseNumber = caseNumberOf(response);
    const once = repeatable(request, 'POST /application/appointment', caseNumber, JSON.stringify(read.data));
    const outcome = await bookAppointment(record, caseNumber, read.data.slot, once);
    answerDeed(request, response, outcome, { done: ['booked'], words: MISSION_REASONS });
  });

  router.post('/application/appointment/cancellation', requireKey, applicant, async (request, response) => {
    const caseNumber = caseNumberOf(response);
    const once = repeatable(request, 'POST /application/appointment/cancellation', caseNumber, '');
    const outcome = await cancelAppointment(record, caseNumber, once);
    answerDeed(request, response, outcome, { done: ['cancelled'], words: MISSION_REASONS });
  });

  return router;
}
