import { noteRead } from '../../../cases/officials/noteRead.ts';
import { actsFor } from '../../../cases/reviewer/colleagues.ts';
import { QUEUE_FILTERS, QUEUE_PAGE, readQueue } from '../../../cases/reviewer/readQueue.ts';
import type { OfficialPage } from '../../page.ts';
import { reviewerOf } from '../reviewerOf.ts';
import { sayEnd } from '../../rendering/sayEnd.ts';
import { sayLeft } from '../../rendering/sayLeft.ts';

/** The agency's one queue, the file whose term ends first on top. There is no bulk answer: each file is opened. */
export const queue: OfficialPage = {
  path: '/reviewer',
  who: ['reviewer'],
  get: async (visit) => {
    const { t, to, query, needs, official, language } = visit;
    const { id, body: agency } = reviewerOf(visit);
    const filter = QUEUE_FILTERS.find((known) => known === query['show']) ?? 'to-answer';
    const page = /^\d{1,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 0;
    const officials = await actsFor(needs.record, id);
    const { files, total, now } = await readQueue(needs.record, { agency, filter, page, officials });
    await noteRead(needs.record, official, 'read-queue', { cases: files.map(({ caseNumber }) => caseNumber) });
    const pages = Math.max(1, Math.ceil(total / QUEUE_PAGE));
    const at = (n: number) => to(`/reviewer?show=${filter}&page=${n}`);
    // Colleagues have answered meanwhile what stood there: an empty page would read as an empty queue.
    if (page >= pages) return { kind: 'see', path: at(pages - 1) };
    return {
      kind: 'view',
      view: 'reviewer/queue/view.njk',
      title: t('queue.title'),
      data: {
        scripts: ['shortcuts.js'],
        filters: QUEUE_FILTERS.map((name) => ({
          text: t(`filter.${name}`),
          href: to(`/reviewer?show=${name}`),
          active: name === filter,
        })),
        files: files.map((file) => ({
          ...file,
          end: file.endsAt === null ? null : sayEnd(file.endsAt, t, language),
          badge: sayLeft(file.left, t),
          mine: file.takenBy === id,
        })),
        total,
        now,
        standsInFor: officials.slice(1),
        pagination: {
          ...(page > 0 && { previous: { href: at(page - 1), text: t('common.previous') } }),
          ...(page + 1 < pages && { next: { href: at(page + 1), text: t('common.next') } }),
          landmarkLabel: t('common.pages'),
        },
        page: page + 1,
        pages,
      },
    };
  },
};
