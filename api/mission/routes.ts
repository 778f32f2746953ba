import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import { checkIdentity } from '../../cases/mission/checkIdentity.ts';
import { confirmIdentity } from '../../cases/mission/confirmIdentity.ts';
import { inviteApplicant } from '../../cases/mission/inviteApplicant.ts';
import { recordNoShow } from '../../cases/mission/recordNoShow.ts';
import { MISSION_REASONS } from '../../law/signature-issuance/words/missionReasons.ts';
import { officialOf, requireFresh, requireOfficial } from '../middleware/requireOfficial.ts';
import { requireKey } from '../middleware/requireKey.ts';
import type { ApiNeeds } from '../needs.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { answerDeed, badForm, repeatOf } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { calendarRoutes } from './calendarRoutes.ts';
import { counterRoutes } from './counterRoutes.ts';
import { confirmation, identity, invitation, nothing } from './schema.ts';

type Act<B> = (what: {
  body: B;
  name: string;
  actor: ReturnType<typeof actorOf>;
  once: ReturnType<typeof repeatOf>;
}) => Promise<Parameters<typeof answerDeed>[2]>;

/** What a mission's officer does to a case: invites (R1598/2.11), and confirms identity (2.12, 2.13). */
export function missionRoutes(needs: ApiNeeds): Router {
  const { record, readToken } = needs;
  const router = Router();
  onlyRealNames(router);
  const officer = requireOfficial(readToken, 'mission-officer');

  /** One deed by a POST: the body read, the deed done once for its key, the outcome answered. */
  const deed = <S extends z.ZodType>(
    schema: S,
    done: readonly string[],
    act: Act<z.infer<S>>,
    moreGuards: readonly RequestHandler[] = [],
  ): RequestHandler[] => [
    requireKey,
    officer,
    ...moreGuards,
    async (request: Request, response: Response) => {
      const read = schema.safeParse(request.body ?? {});
      if (!read.success) {
        badForm(request, response, read.error);
        return;
      }
      const name = String(request.params['number'] ?? request.params['id']);
      const once = repeatOf(request, response, `POST ${request.path}`, read.data);
      const actor = actorOf(officialOf(response));
      const outcome = await act({ body: read.data, name, actor, once });
      answerDeed(request, response, outcome, { done, words: MISSION_REASONS });
    },
  ];

  router.post(
    '/cases/:number/invitation',
    deed(invitation, ['invited', 'invited-anew'], ({ body, name, actor, once }) =>
      inviteApplicant(record, actor, { caseNumber: name, ...body }, once),
    ),
  );
  router.post(
    '/cases/:number/identity',
    deed(
      identity,
      ['match', 'mismatch', 'awaits-second'],
      ({ body, name, actor, once }) => checkIdentity(record, actor, { caseNumber: name, ...body }, once),
      [requireFresh],
    ),
  );
  router.post(
    '/cases/:number/identity/confirmation',
    deed(
      confirmation,
      ['match', 'mismatch', 'not-confirmed'],
      ({ body, name, actor, once }) => confirmIdentity(record, actor, { caseNumber: name, ...body }, once),
      [requireFresh],
    ),
  );
  router.post(
    '/appointments/:id/no-show',
    deed(nothing, ['recorded'], ({ name, actor, once }) => recordNoShow(record, actor, name, once)),
  );
  router.use(calendarRoutes(needs), counterRoutes(needs));
  return router;
}
