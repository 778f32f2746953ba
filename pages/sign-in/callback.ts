import type { RequestHandler } from 'express';
import { noteSignIn, standingOf } from '../../cases/officials/accounts.ts';
import { officialClaims, officialIdentity } from '../../law/officials.ts';
import type { PagesNeeds } from '../needs.ts';
import { redirect, renew } from '../session/session.ts';
import { HOMES } from './homes.ts';

/** Takes the single sign-on's answer: a new session for whom it names, with the role, body and post it claims. */
export function callback({ signIn, record, publicUrl }: PagesNeeds): RequestHandler {
  return async (request, response) => {
    const begun = request.session.signIn;
    if (begun === undefined) {
      await redirect(request, response, '/');
      return;
    }
    const refused = `/${begun.language}/sign-in?refused=1`;
    delete request.session.signIn;
    const answer = await signIn.finish(`${publicUrl}${request.originalUrl}`, begun.start);
    const who = answer.kind === 'signed-in' ? officialClaims.safeParse(answer.claims) : null;
    if (answer.kind !== 'signed-in' || who?.success !== true) {
      // Where the provider went away meanwhile, beginning again says so.
      await redirect(request, response, answer.kind === 'failed' ? `/${begun.language}/sign-in/start` : refused);
      return;
    }
    const { kept, official: before } = request.session;
    const { identity } = answer.claims as { identity?: unknown };
    await noteSignIn(record, who.data, officialIdentity.safeParse(identity).data);
    const same = before?.who.sub === who.data.sub;
    await renew(request, {
      official: { who: who.data, authenticatedAt: answer.authenticatedAt },
      // A form waits for the one who typed it, for nobody else.
      ...(same && kept !== undefined && { kept }),
    });
    const home = `/${begun.language}${HOMES[who.data.role]}`;
    const suspended = (await standingOf(record, who.data.sub, Date.now())) === 'suspended';
    await redirect(
      request,
      response,
      !suspended && begun.to !== '' && (before === undefined || same) ? begun.to : home,
    );
  };
}

/** An address without a language (`/`, `/apply`): on to the same in the one remembered, the one the browser asks for, or Azerbaijani. */
export const toLanguage: RequestHandler = (request, response) => {
  const remembered = /(?:^|;\s*)__Host-language=(az|en|ru)(?:;|$)/.exec(request.headers.cookie ?? '')?.[1];
  const asked = request.acceptsLanguages('az', 'en', 'ru');
  response.set('Vary', 'Accept-Language, Cookie');
  const rest = request.path === '/' ? '' : request.originalUrl;
  response.redirect(303, `/${remembered ?? (asked === false ? 'az' : asked)}${rest}`);
};
