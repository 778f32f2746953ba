import type { Request } from 'express';
import type { Language } from '../law/languages.ts';
import type { Page, Reply } from './page.ts';

/**
 * The way to a page's own sign-in, for whoever has none (any more); null for whom it may hold. Who sent a form is told
 * there that it was not taken.
 */
export function door(page: Page, request: Request, language: Language): Reply | null {
  const way = wayIn(page, request, language);
  if (way === null) return null;
  const ended = request.method === 'POST' ? `${way.includes('?') ? '&' : '?'}ended=1` : '';
  return { kind: 'see', path: `${way}${ended}` };
}

function wayIn(page: Page, { session, path }: Request, language: Language): string | null {
  switch (page.who) {
    case 'anyone':
      return null;
    case 'draft':
      return session.draftId === undefined ? `/${language}/apply/return` : null;
    case 'applicant':
      return session.caseNumber === undefined ? `/${language}/case/sign-in` : null;
    default:
      return session.official === undefined ? `/${language}/sign-in?to=${encodeURIComponent(path)}` : null;
  }
}
