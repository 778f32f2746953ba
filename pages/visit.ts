import type { Request, Response } from 'express';
import type { Language } from '../law/languages.ts';
import type { PagesNeeds } from './needs.ts';
import type { UploadedFile, Visit } from './page.ts';
import type { Say } from './rendering/words.ts';
import { openSealed } from './session/sealed.ts';
import { end, renew } from './session/session.ts';

/** What a page is handed of a request; a form kept for a fresh sign-in or another language is here again, once. */
export function visitOf(
  request: Request,
  response: Response,
  { needs, language, t }: { needs: PagesNeeds; language: Language; t: Say },
): Visit {
  const { form, lists } = fieldsOf(request.body);
  const to = (path: string) => `/${language}${path}`;
  return {
    request,
    response,
    needs,
    language,
    t,
    to,
    params: request.params as Record<string, string>,
    query: fieldsOf(request.query).form,
    form: request.method === 'POST' ? form : keptForm(request, needs),
    lists,
    files: filesOf(request),
    tooLarge: (response.locals['tooLarge'] as string | undefined) ?? null,
    tellNext: (text, heading) => {
      request.session.flash = [...(request.session.flash ?? []), { text, ...(heading !== undefined && { heading }) }];
    },
    signInApplicant: (caseNumber) => renew(request, { caseNumber }),
    openDraft: (draftId) => renew(request, { draftId }),
    closeDraft: () => {
      delete request.session.draftId;
    },
    signOut: () => end(request),
    once: (route, body) => ({
      route,
      caller: request.session.official?.who.sub ?? request.session.caseNumber ?? request.session.draftId ?? 'anybody',
      key: form['once'] ?? '',
      body: JSON.stringify(body),
    }),
  };
}

/** The fields of a form or a query, each as text; one that came several times is its last, and in `lists` all of it. */
function fieldsOf(body: unknown): { form: Record<string, string>; lists: Record<string, string[]> } {
  const form: Record<string, string> = Object.create(null) as Record<string, string>;
  const lists: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>)) {
    // A line break is CRLF in every form (HTML 4.10.21.2); NUL cannot be stored.
    const all = [value]
      .flat()
      .filter((one) => typeof one === 'string')
      .map((one) => one.replaceAll('\0', ''));
    lists[name] = all;
    form[name] = all.at(-1) ?? '';
  }
  return { form, lists };
}

function filesOf(request: Request): UploadedFile[] {
  const files = Array.isArray(request.files) ? request.files : [];
  return files
    .filter(({ size, originalname }) => size > 0 || originalname !== '')
    .map(({ fieldname, originalname, buffer }) => ({ field: fieldname, name: originalname, bytes: buffer }));
}

function keptForm(request: Request, { record }: PagesNeeds): Record<string, string> {
  const { kept } = request.session;
  if (kept?.path !== request.path) return {};
  delete request.session.kept;
  return openSealed<Record<string, string>>(record, kept.form);
}
