import { findBundles } from '../../../cases/contract-copies/findBundles.ts';
import { countHeld, countOffered, readOffered } from '../../../cases/custody/readHands.ts';
import type { MissionId } from '../../../law/signature-issuance/missions.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import type { OfficialVisit } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayEnd } from '../../rendering/sayEnd.ts';

/** How many hand-overs the desk lists; the page of custody lists them all. */
const FIRST = { start: 0, rows: 50 };

/** What the post has to take over, holds and offered (R1598/2.10), and its bundles of second copies yet to go (R1598/2.16). */
export async function thingsOf({ needs, language, to, t }: OfficialVisit, mission: MissionId) {
  const party = `mission:${mission}` as const;
  const [offered, toTake, held, bundles] = await Promise.all([
    countOffered(needs.record, party),
    readOffered(needs.record, party, 'taker', FIRST),
    countHeld(needs.record, party),
    findBundles(needs.record, { kind: 'of-mission', mission }),
  ]);
  const toSend = bundles.filter(({ stage }) => stage === 'collecting');
  return {
    toTake: toTake.map(({ id, caseNumber, giver, offeredAt, items }) => ({
      href: to(`/custody/handovers/${id}`),
      text: `${caseNumber}, ${partyName(giver, language)}, ${instantInWords(offeredAt, language)}`,
      count: items.length,
    })),
    held: held.things,
    more: offered.taker - toTake.length,
    given: offered.giver,
    toSend: toSend.map(({ bundle, items, legs }) => {
      const end = legs.find(({ closedAt }) => closedAt === null);
      return {
        bundle,
        count: items.length,
        until: end === undefined ? '' : t('desk.sendBy', { when: sayEnd(end.endsAt, t, language) }),
        overdue: end?.overdue === true,
      };
    }),
    cases: [...toTake.map(({ caseNumber }) => caseNumber), ...toSend.map(({ bundle }) => bundle)],
  };
}
