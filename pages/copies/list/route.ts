import { findBundles } from '../../../cases/contract-copies/findBundles.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { findOverdue } from '../../../cases/terms/findOverdue.ts';
import { readTimeLeft } from '../../../cases/terms/readTimeLeft.ts';
import { missionName } from '../../../law/signature-issuance/missions.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { copiesSeenBy } from '../../../law/signature-issuance/whoSeesCopies.ts';
import { overdueSeenBy } from '../../../law/signature-issuance/whoSeesOverdue.ts';
import type { OfficialPage } from '../../page.ts';
import { endInWords, instantInWords } from '../../rendering/dates.ts';
import { sayTimeLeft } from '../../rendering/sayTimeLeft.ts';

/** The bundles an office sees copies of, leg by leg with its term, and what is overdue with anybody it may see. */
export const list: OfficialPage = {
  path: '/copies',
  who: ['ministry-officer', 'mission-officer', 'centre-officer', 'mobile-operator-officer'],
  get: async ({ needs, official, actor, t, to, language }) => {
    const seen = copiesSeenBy(actor.party);
    const [bundles, late] = await Promise.all([
      seen === null ? [] : findBundles(needs.record, seen),
      official.role === 'mobile-operator-officer' ? [] : findOverdue(needs.record, overdueSeenBy(actor.party)),
    ]);
    const open = bundles.flatMap(({ legs }) => legs.filter(({ closedAt }) => closedAt === null));
    const left = await readTimeLeft(
      needs.record,
      open.map(({ endsAt }) => endsAt),
    );
    await noteRead(needs.record, official, 'read-bundles', {
      cases: [...bundles.map(({ bundle }) => bundle), ...late.map(({ caseNumber }) => caseNumber)],
    });
    return {
      kind: 'view',
      view: 'copies/list/view.njk',
      title: t('list.title'),
      data: {
        late: late.map(({ caseNumber, clause, holder, endsAt }) => [
          caseNumber,
          clause,
          partyName(holder.split('/')[0] ?? holder, language),
          endInWords(endsAt, language),
        ]),
        bundles: bundles.map((bundle) => ({
          ...bundle,
          from: missionName(bundle.mission, language),
          with: bundle.waitsFor === null ? null : partyName(bundle.waitsFor.party, language),
          copies: bundle.items.map(({ kind, serial, destination, holder, since }) => [
            `${t(`kind.${kind}`)} ${serial}`,
            partyName(destination, language),
            partyName(holder, language),
            instantInWords(since, language),
          ]),
          legs: bundle.legs.map(({ clause, holder, endsAt, overdue, closedAt }) => [
            clause,
            partyName(holder.split('/')[0] ?? holder, language),
            closedAt === null
              ? sayTimeLeft({ endsAt, left: left.get(endsAt) }, t, language)
              : endInWords(endsAt, language),
            t(closedAt !== null ? 'leg.done' : overdue ? 'leg.overdue' : 'leg.runs'),
          ]),
        })),
        hands: to('/custody'),
      },
    };
  },
};
