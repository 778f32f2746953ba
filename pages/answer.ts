import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import nunjucks from 'nunjucks';
import { LANGUAGES, type Language } from '../law/languages.ts';
import { ASSETS_VERSION } from './assets.ts';
import { csrf } from './csrf.ts';
import type { PagesNeeds } from './needs.ts';
import type { FormError, Reply } from './page.ts';
import { render } from './rendering/render.ts';
import type { Say } from './rendering/words.ts';
import { redirect } from './session/session.ts';
import { HOMES } from './sign-in/homes.ts';

type About = { needs: PagesNeeds; language: Language; t: Say; reply: Reply };

/** Sends a page's reply; a page that is not there, and one that is another's, are one and the same answer. */
export async function answer(
  request: Request,
  response: Response,
  { needs, language, t, reply }: About,
): Promise<void> {
  switch (reply.kind) {
    case 'see':
      await redirect(request, response, reply.path);
      return;
    case 'file':
      response.type(reply.type);
      response.set(
        'Content-Disposition',
        `${reply.inline === true ? 'inline' : 'attachment'}; filename="${reply.name}"`,
      );
      response.send(Buffer.from(reply.bytes));
      return;
    case 'not-found':
      await answer(request, response, {
        needs,
        language,
        t,
        reply: { kind: 'view', view: 'faults/missing.njk', title: t('fault.missing'), status: 404 },
      });
      return;
    case 'view': {
      const { view, title, data = {}, errors = [], back } = reply;
      const status = reply.status ?? (errors.length > 0 ? 422 : 200);
      const page = {
        title,
        errors,
        ...(back !== undefined && { back }),
        ...contextOf(request, { needs, language, t }),
      };
      rememberLanguage(request, response, language);
      const html = render(language, view, { ...data, ...page, errorOf: (field: string) => errorOf(errors, field, t) });
      response.status(status).type('html').set('Content-Language', language).send(html);
    }
  }
}

function contextOf(request: Request, { needs, language, t }: Omit<About, 'reply'>) {
  const flash = request.session?.flash ?? [];
  if (flash.length > 0) delete request.session.flash;
  const official = request.session?.official?.who;
  const here = request.originalUrl.replace(/^\/(az|en|ru)(?=\/|$|\?)/, '');
  return {
    t,
    to: (path: string) => `/${language}${path}`,
    language,
    assetsVersion: ASSETS_VERSION,
    languages: LANGUAGES.map((code) => ({
      code,
      href: `/${code}${request.method === 'GET' ? here : here.split('?')[0]}`,
    })),
    flash,
    ended: request.method === 'GET' && request.query['ended'] === '1',
    official,
    officialHome: official === undefined ? null : `/${language}${HOMES[official.role]}`,
    applicantSignedIn: request.session?.caseNumber !== undefined,
    rehearsal: needs.nature === 'rehearsal',
    formFields: () => formFields(request),
  };
}

/** The hidden fields of every form: the session's token, and a key under which a form sent twice counts once. */
function formFields(request: Request) {
  const token = csrf.generateToken(request);
  request.session.startedAt ??= Date.now();
  return new nunjucks.runtime.SafeString(
    `<input type="hidden" name="_csrf" value="${token}"><input type="hidden" name="once" value="${randomUUID()}">`,
  );
}

/** What stands beside a field, as the components take it: the word before it, heard and not seen, is English unless said. */
function errorOf(errors: readonly FormError[], field: string, t: Say) {
  const found = errors.find((error) => error.field === field);
  return found === undefined ? undefined : { text: found.text, visuallyHiddenText: t('common.error') };
}

function rememberLanguage(request: Request, response: Response, language: Language): void {
  if (request.headers.cookie?.includes(`__Host-language=${language}`) === true) return;
  response.cookie('__Host-language', language, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 365 * 24 * 3_600_000,
  });
}
