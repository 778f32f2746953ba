import type { Request } from 'express';
import type { Language } from '../law/languages.ts';
import type { Page, Reply } from './page.ts';

/** The way to a page's own sign-in, for whoever has none (any more); null for whom it may hold. */
export function door(page: Page, { session, path }: Request, language: Language): Reply | null {
  switch (page.who) {
    case 'anyone':
      return null;
    case 'draft':
      return session.draftId === undefined ? { kind: 'see', path: `/${language}/apply/return` } : null;
    case 'applicant':
      return session.caseNumber === undefined ? { kind: 'see', path: `/${language}/case/sign-in` } : null;
    default:
      return session.official === undefined
        ? { kind: 'see', path: `/${language}/sign-in?to=${encodeURIComponent(path)}` }
        : null;
  }
}
