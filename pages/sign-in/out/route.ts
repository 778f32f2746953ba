import type { OpenPage } from '../../page.ts';

/** Ends the session here, and at the single sign-on where that has a place for it. */
export const signOut: OpenPage = {
  path: '/sign-out',
  words: 'sign-in',
  who: 'anyone',
  get: ({ t }) => ({ kind: 'view', view: 'sign-in/out/view.njk', title: t('out.title') }),
  post: async (visit) => {
    const wasOfficial = visit.request.session.official !== undefined;
    await visit.signOut();
    const home = `${visit.needs.publicUrl}${visit.to('/')}`;
    const end = wasOfficial ? await visit.needs.signIn.endUrl(home) : null;
    return { kind: 'see', path: end ?? visit.to('/') };
  },
};
