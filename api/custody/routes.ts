import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import { confirmHandover, type ConfirmationOutcome } from '../../cases/custody/confirmHandover.ts';
import { enterItems, type EntryOutcome } from '../../cases/custody/enterItems.ts';
import { offerHandover, type OfferOutcome } from '../../cases/custody/offerHandover.ts';
import { recallHandover, type RecallOutcome } from '../../cases/custody/recallHandover.ts';
import { reportDifference, type ReportOutcome } from '../../cases/custody/reportDifference.ts';
import { resolveDifference, type ResolutionOutcome } from '../../cases/custody/resolveDifference.ts';
import { CUSTODY_REASONS } from '../../law/signature-issuance/words/custodyReasons.ts';
import { requireKey } from '../middleware/requireKey.ts';
import type { Role } from '../../law/officials.ts';
import { officialOf, requireOfficial } from '../middleware/requireOfficial.ts';
import type { ApiNeeds } from '../needs.ts';
import { actorOf } from '../../cases/officials/actorOf.ts';
import { answerDeed, badForm, type ReasonWords, repeatOf } from '../officials/answers.ts';
import { onlyRealNames } from '../officials/parameters.ts';
import { custodyReads } from './reads.ts';
import { confirmation, entry, nothing, offer, report, settlement } from './schema.ts';

type Act<B> = (what: {
  body: B;
  name: string;
  actor: ReturnType<typeof actorOf>;
  once: ReturnType<typeof repeatOf>;
}) => Promise<Parameters<typeof answerDeed>[2]>;

type Outcome = OfferOutcome | ConfirmationOutcome | RecallOutcome | EntryOutcome | ReportOutcome | ResolutionOutcome;

/** Every reason that a deed of custody may be refused for has its sentences, or this does not compile. */
const words: ReasonWords & Record<Extract<Outcome, { kind: 'refused' }>['reason'], ReasonWords[string]> =
  CUSTODY_REASONS;

const HANDS: readonly [Role, ...(readonly Role[])] = [
  'operator',
  'centre-officer',
  'ministry-officer',
  'courier',
  'mission-officer',
  'mobile-operator-officer',
];

/** Custody (R1598/2.10, 2.15-2.18): things are entered, offered, taken over and taken back, and differences settled. */
export function custodyRoutes(needs: ApiNeeds): Router {
  const { record, readToken } = needs;
  const router = Router();
  onlyRealNames(router);

  /** One deed by a POST: the body read, the deed done once for its key, the outcome answered. */
  const deed = <S extends z.ZodType>(
    roles: readonly [Role, ...(readonly Role[])],
    schema: S,
    done: readonly string[],
    act: Act<z.infer<S>>,
  ): RequestHandler[] => [
    requireKey,
    requireOfficial(readToken, ...roles),
    async (request: Request, response: Response) => {
      const read = schema.safeParse(request.body ?? {});
      if (!read.success) {
        badForm(request, response, read.error);
        return;
      }
      const name = String(request.params['number'] ?? request.params['id']);
      const once = repeatOf(request, response, `POST ${request.path}`, read.data);
      const outcome = await act({ body: read.data, name, actor: actorOf(officialOf(response)), once });
      answerDeed(request, response, outcome, { done, words });
    },
  ];

  router.post(
    '/cases/:number/items',
    deed(['operator', 'centre-officer'], entry, ['entered'], ({ body, name, actor, once }) => {
      const { items, mobileOperator } = body;
      const entered = { caseNumber: name, items, ...(mobileOperator !== undefined && { mobileOperator }) };
      return enterItems(record, actor, entered, once);
    }),
  );
  router.post(
    '/cases/:number/handovers',
    deed(HANDS, offer, ['offered'], ({ body, name, actor, once }) =>
      offerHandover(record, actor, { caseNumber: name, ...body }, once),
    ),
  );
  router.post(
    '/handovers/:id/confirmation',
    deed(HANDS, confirmation, ['taken', 'difference'], ({ body, name, actor, once }) =>
      confirmHandover(record, actor, { handoverId: name, findings: body.items }, once),
    ),
  );
  router.post(
    '/handovers/:id/recall',
    deed(HANDS, nothing, ['recalled'], ({ name, actor, once }) => recallHandover(record, actor, name, once)),
  );
  router.post(
    '/cases/:number/differences',
    deed(HANDS, report, ['reported'], ({ body, name, actor, once }) =>
      reportDifference(record, actor, { caseNumber: name, ...body }, once),
    ),
  );
  router.post(
    '/incidents/:id/settlement',
    deed(['operator'], settlement, ['settled'], ({ body, name, actor, once }) =>
      resolveDifference(record, actor, { incidentId: name, items: body.items }, once),
    ),
  );

  router.use(custodyReads(needs, HANDS));
  return router;
}
