import type { OpenPage } from '../../page.ts';
import { downReply } from '../downReply.ts';
import { isOwnPath } from '../isOwnPath.ts';

/** Where officials begin: what they need, and one link to the single sign-on. */
export const enter: OpenPage = {
  path: '/sign-in',
  who: 'anyone',
  get: async ({ needs, t, to, query }) => {
    if (!(await needs.signIn.isUp())) return downReply({ t, to });
    const wanted = query['to'] ?? '';
    const next = isOwnPath(wanted) ? `?to=${encodeURIComponent(wanted)}` : '';
    const refused = query['refused'] !== undefined;
    return {
      kind: 'view',
      view: 'sign-in/enter/view.njk',
      title: t('enter.title'),
      data: { href: to(`/sign-in/start${next}`), refused },
    };
  },
};
