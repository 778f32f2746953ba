import { readCentreQueue } from '../../../cases/centre/readCentreQueue.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { readTimeLeft } from '../../../cases/terms/readTimeLeft.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import type { OfficialPage } from '../../page.ts';
import { paged } from '../../paging.ts';
import { beginning } from '../../rendering/beginning.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayTimeLeft } from '../../rendering/sayTimeLeft.ts';

/** A Centre's desk: what it has to decide (its own system answers, R1598/2.9) and what to enter in the register (5.4). */
export const queue: OfficialPage = {
  path: '/centre',
  who: ['centre-officer'],
  get: async (visit) => {
    const { needs, actor, official, t, to, language } = visit;
    const { party } = actor;
    if (party === undefined) return { kind: 'not-found' };
    const { shown: cases, pagination } = paged(visit, '/centre', await readCentreQueue(needs.record, party));
    const left = await readTimeLeft(
      needs.record,
      cases.flatMap(({ endsAt }) => endsAt ?? []),
    );
    await noteRead(needs.record, official, 'read-queue', { cases: cases.map(({ caseNumber }) => caseNumber) });
    const table = (stage: 'centre' | 'register') => ({
      caption: t(`queue.${stage}`),
      heads: [t('common.caseNumber'), t('queue.since'), t('common.until')],
      rows: cases
        .filter((one) => one.stage === stage)
        .map(({ caseNumber, since, endsAt }) => [
          { text: caseNumber, href: to(`/centre/cases/${caseNumber}`) },
          instantInWords(since, language),
          endsAt === null ? t('queue.noTerm') : sayTimeLeft({ endsAt, left: left.get(endsAt) }, t, language),
        ]),
    });
    return {
      kind: 'view',
      view: 'tablesPage.njk',
      title: t('queue.title', { centre: beginning(partyName(party, language), language) }),
      data: {
        lead: t('queue.what'),
        pagination,
        tables: [table('register'), table('centre')],
        links: [
          { text: t('register.title'), href: to('/centre/register') },
          { text: t('queue.custody'), href: to('/custody') },
          { text: t('queue.copies'), href: to('/copies') },
        ],
      },
    };
  },
};
