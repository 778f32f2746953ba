import { type RequestHandler, Router } from 'express';
import { type Language, LANGUAGES } from '../law/languages.ts';
import { API_PAGES } from './api/pages.ts';
import { APPLY_PAGES } from './apply/pages.ts';
import { AUDITOR_PAGES } from './auditor/pages.ts';
import { assets } from './assets.ts';
import { answerFault, answerMissing } from './faults.ts';
import { CALENDAR_PAGES } from './calendar/pages.ts';
import { CASE_PAGES } from './case/pages.ts';
import { CENTRE_PAGES } from './centre/pages.ts';
import { COPIES_PAGES } from './copies/pages.ts';
import { CUSTODY_PAGES } from './custody/pages.ts';
import { door } from './door.ts';
import { MISSION_PAGES } from './mission/pages.ts';
import { OPERATOR_PAGES } from './operator/pages.ts';
import type { PagesNeeds } from './needs.ts';
import type { Page } from './page.ts';
import { PUBLIC_PAGES } from './public/pages.ts';
import { readForm, readFormWithFiles } from './readForm.ts';
import { securityHeaders } from './securityHeaders.ts';
import { serve } from './serve.ts';
import { sessions } from './session/session.ts';
import { callback, toLanguage } from './sign-in/callback.ts';
import { REVIEWER_PAGES } from './reviewer/pages.ts';
import { SIGN_IN_PAGES } from './sign-in/pages.ts';

/** Every page there is, by area. */
export const PAGES: readonly Page[] = [
  ...PUBLIC_PAGES,
  ...SIGN_IN_PAGES,
  ...APPLY_PAGES,
  ...CASE_PAGES,
  ...MISSION_PAGES,
  ...CUSTODY_PAGES,
  ...COPIES_PAGES,
  ...REVIEWER_PAGES,
  ...OPERATOR_PAGES,
  ...CALENDAR_PAGES,
  ...CENTRE_PAGES,
  ...AUDITOR_PAGES,
  ...API_PAGES,
];

/** Reads a page's form; files, which are held in memory, of those alone whom the page may hold. */
function readingOf(page: Page, language: Language): RequestHandler[] {
  if (page.files === undefined) return [readForm];
  const readFiles = readFormWithFiles(page.files);
  return [
    readForm,
    (request, response, next) => {
      if (door(page, request, language) === null) readFiles(request, response, next);
      else next();
    },
  ];
}

/** The pages: security headers, assets, then for each language and page its path, its session, its form, itself. */
export function createPages(needs: PagesNeeds): Router {
  const router = Router();
  router.use('/assets', assets());
  const session = sessions(needs);
  const headers = securityHeaders(needs.signIn.origin);
  router.get('/', toLanguage);
  router.get('/sign-in/callback', headers, ...session, callback(needs));
  for (const language of LANGUAGES) {
    for (const page of PAGES) {
      const pipeline: RequestHandler[] = [headers, ...session, serve(needs, page, language)];
      const path = page.path === '/' ? `/${language}` : `/${language}${page.path}`;
      if (page.get !== undefined) router.get(path, ...pipeline);
      if (page.post !== undefined)
        router.post(path, headers, ...session, ...readingOf(page, language), serve(needs, page, language));
    }
    router.use(`/${language}`, headers, ...session, answerMissing(needs, language));
  }
  router.use(
    LANGUAGES.map((language) => `/${language}`),
    answerFault(needs),
  );
  // Who types an address as it is spoken ("/apply") finds its page, or that there is none, in words; programs are told so in JSON.
  router.get(/^\/(?!api\/|assets\/)/, (request, response, next) => {
    if (request.accepts(['json', 'html']) === 'html') toLanguage(request, response, next);
    else next();
  });
  return router;
}
