import type { OpenPage } from '../../page.ts';
import { downReply } from '../downReply.ts';
import { isOwnPath } from '../isOwnPath.ts';

/** Sends an official to the single sign-on; with `fresh` it must ask him anew (step-up). */
export const start: OpenPage = {
  path: '/sign-in/start',
  who: 'anyone',
  get: async ({ needs, request, language, query, t, to }) => {
    const fresh = query['fresh'] === '1';
    const begun = await needs.signIn.start({ fresh, language });
    if (begun.kind === 'failed') return downReply({ t, to });
    const wanted = query['to'] ?? '';
    request.session.signIn = { start: begun.start, to: isOwnPath(wanted) ? wanted : '', language, fresh };
    request.session.startedAt ??= Date.now();
    return { kind: 'see', path: begun.start.url };
  },
};
