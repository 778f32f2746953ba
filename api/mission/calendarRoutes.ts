import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import { removeClosingDay, setClosingDay } from '../../cases/mission/closingDays.ts';
import { closeSlot } from '../../cases/mission/closeSlots.ts';
import { openSlots } from '../../cases/mission/openSlots.ts';
import { readDay } from '../../cases/mission/readSlots.ts';
import { readWaiting } from '../../cases/mission/readWaiting.ts';
import { isDay } from '../../law/calendar/days.ts';
import type { MissionId } from '../../law/signature-issuance/missions.ts';
import { MISSION_REASONS } from '../../law/signature-issuance/words/missionReasons.ts';
import { requireKey } from '../middleware/requireKey.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { problem } from '../problem.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { noteRead } from '../../cases/officials/noteRead.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { closingDay, closure, newSlots } from './schema.ts';

type Outcome = Parameters<typeof answerDeed>[2];

/** The most cases that one answer names. */
const MOST_CASES = 500;

/** A post's own slots, closing days and lists (R1598/2.12); another post's answer like those that do not exist. */
export function calendarRoutes({ record, readToken }: ApiNeeds): Router {
  const router = Router();
  onlyRealNames(router);
  const officer = requireOfficial(readToken, 'mission-officer');

  const ownPost: RequestHandler = (request, response, next) => {
    if (request.params['mission'] === officialOf(response).post) next();
    else problem(request, response, 404, 'not-found');
  };
  const missionOf = (response: Response) => officialOf(response).post as MissionId;

  /** Reads the body or answers what is wrong with it; does the deed once for its key. */
  const once = async <S extends z.ZodType>(
    request: Request,
    response: Response,
    schema: S,
    done: string,
    act: (body: z.infer<S>, request: ReturnType<typeof repeatOf>) => Promise<Outcome>,
  ) => {
    const read = schema.safeParse(request.body ?? {});
    if (!read.success) {
      badForm(request, response, read.error);
      return;
    }
    const repeat = repeatOf(request, response, `${request.method} ${request.path}`, read.data);
    const outcome = await act(read.data, repeat);
    const found = outcome?.kind === 'not-found' ? null : outcome;
    answerDeed(request, response, found, { done: [done], words: MISSION_REASONS });
  };

  router.post('/missions/:mission/slots', requireKey, officer, ownPost, async (request, response) => {
    const actor = actorOf(officialOf(response));
    await once(request, response, newSlots, 'opened', (body, repeat) =>
      openSlots(record, actor, { mission: missionOf(response), ...body }, repeat),
    );
  });

  router.post('/slots/:id/closure', requireKey, officer, async (request, response) => {
    const actor = actorOf(officialOf(response));
    const closing = { mission: missionOf(response), slot: String(request.params['id']) };
    await once(request, response, closure, 'closed', (body, repeat) =>
      closeSlot(record, actor, { ...closing, ...body }, repeat),
    );
  });

  router.post('/missions/:mission/closing-days', requireKey, officer, ownPost, async (request, response) => {
    const actor = actorOf(officialOf(response));
    await once(request, response, closingDay, 'closed', (body, repeat) =>
      setClosingDay(record, actor, { mission: missionOf(response), ...body }, repeat),
    );
  });

  router.delete('/missions/:mission/closing-days/:day', requireKey, officer, ownPost, async (request, response) => {
    const day = String(request.params['day']);
    const repeat = repeatOf(request, response, `DELETE ${request.path}`, {});
    const actor = actorOf(officialOf(response));
    const outcome = await removeClosingDay(record, actor, { mission: missionOf(response), day }, repeat);
    const found = outcome.kind === 'not-found' ? null : outcome;
    answerDeed(request, response, found, { done: ['removed'], words: MISSION_REASONS });
  });

  router.get('/missions/:mission/appointments', officer, ownPost, async (request, response) => {
    const asked = request.query['day'];
    if (asked !== undefined && !(typeof asked === 'string' && isDay(asked))) {
      problem(request, response, 400, 'not-the-right-form', { items: [{ field: '/day', reason: 'not-a-day' }] });
      return;
    }
    const day = await readDay(record, missionOf(response), asked ?? null);
    const expected = day.slots.flatMap(({ appointment }) => (appointment === null ? [] : [appointment.caseNumber]));
    await noteRead(record, officialOf(response), 'read-appointments', { cases: expected });
    response.json(day);
  });

  router.get('/missions/:mission/cases', officer, ownPost, async (_request, response) => {
    const cases = await readWaiting(record, missionOf(response), { start: 0, rows: MOST_CASES });
    const listed = cases.map(({ caseNumber }) => caseNumber);
    await noteRead(record, officialOf(response), 'read-waiting-cases', { cases: listed });
    response.json({ cases });
  });

  return router;
}
