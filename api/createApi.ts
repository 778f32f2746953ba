import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import { applicantReadRoutes } from './applicant/readRoutes.ts';
import { signInRoutes } from './applicant/signInRoutes.ts';
import { appointmentRoutes } from './appointments/routes.ts';
import { auditorRoutes } from './auditor/routes.ts';
import { centreDeskRoutes } from './centres/deskRoutes.ts';
import { mendingRoutes } from './centres/mendingRoutes.ts';
import { evidencePackRoutes } from './evidence-pack/routes.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { contractCopiesRoutes } from './contract-copies/routes.ts';
import { contractRoutes } from './contracts/routes.ts';
import { custodyRoutes } from './custody/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { answerError, answerNotFound } from './middleware/answerError.ts';
import { logRequests } from './middleware/logRequests.ts';
import { missionRoutes } from './mission/routes.ts';
import type { ApiNeeds } from './needs.ts';
import { officialRoutes } from './officials/routes.ts';
import { operatorRoutes } from './operator/routes.ts';
import { publicRoutes } from './public/routes.ts';
import { reconcileRoutes } from './reconcile/routes.ts';
import { reviewerRoutes } from './reviewer/routes.ts';
import { applicantRoutes } from './signature-issuance/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { textStatusRoutes } from './text-messages/routes.ts';

const ROUTES = [
  publicRoutes,
  draftRoutes,
  signInRoutes,
  applicantReadRoutes,
  applicantRoutes,
  mendingRoutes,
  appointmentRoutes,
  officialRoutes,
  calendarRoutes,
  custodyRoutes,
  missionRoutes,
  contractRoutes,
  contractCopiesRoutes,
  noticeRoutes,
  textStatusRoutes,
  reconcileRoutes,
  evidencePackRoutes,
  reviewerRoutes,
  operatorRoutes,
  centreDeskRoutes,
  auditorRoutes,
];

/** Where the areas' routes hang. */
export const BASE = '/api/v1';

/** The routers of the public listener: the plain routes, and those of each area under `BASE`. */
export function routersOf(needs: ApiNeeds): { plain: Router; versioned: Router[] } {
  return { plain: plainRoutes(needs), versioned: ROUTES.map((routes) => routes(needs)) };
}

/** What programs read is never a page: nothing may be run, shown or framed by it. */
const strictHeaders = helmet({
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  xFrameOptions: { action: 'deny' },
});

/** The public listener: the pipeline, one line a middleware. */
export function createApi(needs: ApiNeeds): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Limits are for an address: behind a proxy that is not named here everybody would have the proxy's.
  app.set('trust proxy', needs.trustedProxies ?? []);
  app.use(logRequests(needs.log));
  app.use(needs.measure);
  app.use(strictHeaders);
  app.use((_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  });
  const { plain, versioned } = routersOf(needs);
  app.use(plain);
  if (needs.pages !== undefined) app.use(needs.pages);
  app.use(express.json({ limit: '256kb', strict: true }));
  app.use(BASE, ...versioned);
  app.use(answerNotFound);
  app.use(answerError);
  return app;
}

/** What monitors, verifiers and programmers ask: health, metrics, the published keys, the description of the API. */
function plainRoutes({ health, metrics, publishedKeys, document }: ApiNeeds): Router {
  const router = Router();
  router.get('/health', async (_request, response) => {
    const state = await health();
    response.status(state.state === 'up' ? 200 : 503).json(state);
  });
  router.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  router.get('/.well-known/mohlet-keys.json', async (_request, response) => {
    response.json(await publishedKeys());
  });
  router.get(`${BASE}/openapi.json`, (_request, response) => {
    response.json(document);
  });
  return router;
}
