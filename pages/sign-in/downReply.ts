import type { Reply, Visit } from '../page.ts';

/** The single sign-on does not answer: said so, with what goes on without it. */
export function downReply({ t, to }: Pick<Visit, 't' | 'to'>): Reply {
  const data = { again: to('/sign-in') };
  return { kind: 'view', view: 'sign-in/start/view.njk', title: t('down.title'), status: 503, data };
}
