import { readDesk } from '../../../cases/operator/readDesk.ts';
import { readStuck } from '../../../cases/operator/readStuck.ts';
import type { OfficialPage } from '../../page.ts';
import { CASE_NUMBER } from '../written.ts';

/** The operator's desk: how much waits, where it is, and the way to a case by its number. */
export const desk: OfficialPage = {
  path: '/operator',
  who: ['operator'],
  get: async (visit) => {
    const { needs, t, to, query } = visit;
    const asked = (query['number'] ?? '').trim().toUpperCase();
    if (CASE_NUMBER.test(asked)) return { kind: 'see', path: to(`/operator/cases/${asked}`) };
    const [counts, stuck] = await Promise.all([readDesk(needs.record), readStuck(needs.record)]);
    const line = (name: string, n: number | null) => ({ text: t(`${name}.title`), href: to(`/operator/${name}`), n });
    return {
      kind: 'view',
      view: 'operator/desk/view.njk',
      title: t('desk.title'),
      errors: asked === '' ? [] : [{ field: 'number', text: t('desk.noNumber') }],
      data: {
        number: query['number'] ?? '',
        openCases: counts.openCases,
        lines: [
          line('incidents', counts.incidents),
          line('stuck', stuck.length),
          line('agencies', counts.unreachable),
          line('notices', counts.undelivered),
          line('checks', counts.differences),
          { text: t('desk.custody'), href: to('/custody'), n: null },
          line('outages', null),
          line('users', null),
          line('announcements', null),
          { text: t('desk.calendar'), href: to('/calendar/editor'), n: counts.calendarProposals },
          ...(needs.clockRoute ? [line('clock', null)] : []),
        ],
      },
    };
  },
};
