import type { Request, RequestHandler } from 'express';
import { standingOf } from '../cases/officials/accounts.ts';
import { actorOf } from '../cases/officials/actorOf.ts';
import { isFresh } from '../cases/officials/freshSignIn.ts';
import { type Language, LANGUAGES } from '../law/languages.ts';
import { answer } from './answer.ts';
import { csrf } from './csrf.ts';
import { door } from './door.ts';
import type { PagesNeeds } from './needs.ts';
import type { Page, Reply, Visit } from './page.ts';
import { sayIn } from './rendering/words.ts';
import { sealFor } from './session/sealed.ts';
import { visitOf } from './visit.ts';

/** Serves one page in one language: who may see it, whether its form is its own, what it answers. */
export function serve(needs: PagesNeeds, page: Page, language: Language): RequestHandler {
  const t = sayIn(page.words ?? areaOf(page.path), language);
  return async (request, response) => {
    const posted = request.method === 'POST';
    if (posted && !csrf.isRequestValid(request)) {
      const reply =
        door(page, request, language) ??
        ({ kind: 'view', view: 'faults/form.njk', title: t('fault.form'), status: 403 } as const);
      await answer(request, response, { needs, language, t, reply });
      return;
    }
    const visit = visitOf(request, response, { needs, language, t });
    const reply = await replyTo(page, visit, request, posted);
    await answer(request, response, { needs, language, t, reply });
  };
}

async function replyTo(page: Page, visit: Visit, request: Request, posted: boolean): Promise<Reply> {
  const { session } = request;
  const none: Reply = { kind: 'not-found' };
  const closed = door(page, request, visit.language);
  if (closed !== null) return closed;
  const other = posted && page.get !== undefined && LANGUAGES.find((code) => code === visit.form['inLanguage']);
  // Whoever a page is not for learns nothing of it, in no language.
  if (other && typeof page.who === 'string') return readInLanguage(request, visit, other);
  if (page.who === 'anyone') return (await (posted ? page.post : page.get)?.(visit)) ?? none;
  const { official, draftId = '', caseNumber = '' } = session;
  if (page.who === 'draft') return (await (posted ? page.post : page.get)?.({ ...visit, draftId })) ?? none;
  if (page.who === 'applicant') return (await (posted ? page.post : page.get)?.({ ...visit, caseNumber })) ?? none;
  if (official === undefined) return none;
  const standing = await standingOf(visit.needs.record, official.who.sub, session.startedAt ?? 0);
  if (standing === 'suspended' || standing === 'ended') {
    await visit.signOut();
    if (standing === 'ended') return { kind: 'see', path: visit.to(posted ? '/sign-in?ended=1' : '/sign-in') };
    return { kind: 'view', view: 'faults/suspended.njk', title: visit.t('fault.suspended'), status: 403 };
  }
  if (!page.who.includes(official.who.role)) return none;
  if (other) return readInLanguage(request, visit, other);
  if (page.fresh === true && !isFresh(official.authenticatedAt)) return signInFreshly(request, visit);
  const theirs = { ...visit, official: official.who, actor: actorOf(official.who) };
  return (await (posted ? page.post : page.get)?.(theirs)) ?? none;
}

/**
 * What was typed waits in the session until the person has signed in anew, and is in its form again then; so does what
 * waited already, to be read in this language.
 */
function signInFreshly(request: Request, visit: Visit): Reply {
  if (Object.keys(visit.form).length > 0) keepTyped(request, visit, request.path);
  return { kind: 'see', path: visit.to(`/sign-in/start?fresh=1&to=${encodeURIComponent(request.path)}`) };
}

/** The same page in another language, with what was typed in its form again; nothing of it is taken yet. */
function readInLanguage(request: Request, visit: Visit, language: Language): Reply {
  const inIt = (path: string) => path.replace(/^\/\w+/, `/${language}`);
  keepTyped(request, visit, inIt(request.path));
  return { kind: 'see', path: inIt(request.originalUrl) };
}

const MOST_KEPT = 64 * 1024;
const NOT_TYPED = ['_csrf', 'once', 'inLanguage'];

function keepTyped(request: Request, { form, needs }: Visit, path: string): void {
  const typed = Object.fromEntries(Object.entries(form).filter(([name]) => !NOT_TYPED.includes(name)));
  // No person types so much; a form with files may bring megabytes, and every stranger's would stand in the database.
  if (Buffer.byteLength(JSON.stringify(typed)) > MOST_KEPT) return;
  request.session.kept = { path, form: sealFor(needs.record, typed) };
}

/** The area a path belongs to: its first word. */
export function areaOf(path: string): string {
  return path.split('/')[1] ?? '';
}
