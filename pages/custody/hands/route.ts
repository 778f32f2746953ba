import { nextHands } from '../../../cases/custody/nextHands.ts';
import { offerHandover } from '../../../cases/custody/offerHandover.ts';
import { casesLacking } from '../../../cases/custody/readLacking.ts';
import {
  casesHeld,
  countHeld,
  countOffered,
  type HandoverView,
  readHeldOf,
  readOffered,
} from '../../../cases/custody/readHands.ts';
import { recallHandover } from '../../../cases/custody/recallHandover.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { isTaker } from '../../../law/signature-issuance/custody.ts';
import { partyName } from '../../../law/signature-issuance/partyWords.ts';
import { CUSTODY_REASONS } from '../../../law/signature-issuance/words/custodyReasons.ts';
import { isId } from '../../isId.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { beginning } from '../../rendering/beginning.ts';
import { sayRefused } from '../../sayRefused.ts';
import { pageOf } from '../../paging.ts';
import { CUSTODIANS } from '../custodians.ts';
import { readThings, thingValue } from '../things.ts';

/** How many cases a page shows: each has a form of its own. */
const CASES = 10;

/** A party's things: what is offered to it, what it holds case by case, what it gave and is not taken yet. */
export const hands: OfficialPage = {
  path: '/custody',
  who: CUSTODIANS,
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, lists, t, to } = visit;
    if (form['deed'] === 'recall') {
      const id = form['handover'] ?? '';
      const outcome = isId(id) ? await recallHandover(needs.record, actor, id, visit.once('custody/recall', id)) : null;
      return answer(visit, outcome, ['recalled'], t('hands.recalled'));
    }
    const caseNumber = form['case'] ?? '';
    const items = readThings(lists['things'] ?? []);
    const taker = form['taker'] ?? '';
    const errors = [
      ...(items.length === 0 ? [{ field: `things-${caseNumber}`, text: t('hands.noThing') }] : []),
      ...(isTaker(taker) ? [] : [{ field: `taker-${caseNumber}`, text: t('hands.noTaker') }]),
    ];
    if (!isTaker(taker) || errors.length > 0) return show(visit, errors);
    const offer = { caseNumber, taker, items };
    const outcome = await offerHandover(needs.record, actor, offer, visit.once('custody/offer', offer));
    return answer(
      visit,
      outcome,
      ['offered'],
      t('hands.offered', { taker: partyName(taker, visit.language) }),
      to('/custody'),
    );
  },
};

function answer(
  visit: OfficialVisit,
  outcome: Parameters<typeof sayRefused>[0],
  done: readonly string[],
  said: string,
  path = visit.to('/custody'),
): Reply | Promise<Reply> {
  const errors = sayRefused(outcome, done, CUSTODY_REASONS, visit);
  if (errors === 'missing') return { kind: 'not-found' };
  if (errors !== null) return show(visit, errors);
  visit.tellNext(said);
  return { kind: 'see', path };
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, actor, official, t, language, form, lists } = visit;
  const { party } = actor;
  if (party === undefined) return { kind: 'not-found' };
  const [{ cases: total }, offered, lacking] = await Promise.all([
    countHeld(needs.record, party),
    countOffered(needs.record, party),
    official.role === 'operator' || official.role === 'centre-officer' ? casesLacking(needs.record, party) : [],
  ]);
  const { pagination, ...page } = pageOf(visit, '/custody', total, { rows: CASES });
  const { pagination: takePages, ...takePage } = pageOf(visit, '/custody', offered.taker, {
    name: 'take',
    of: t('hands.toTake'),
  });
  const { pagination: givenPages, ...givenPage } = pageOf(visit, '/custody', offered.giver, {
    name: 'given',
    of: t('hands.given'),
  });
  const [cases, toTake, given] = await Promise.all([
    casesHeld(needs.record, party, page),
    readOffered(needs.record, party, 'taker', takePage),
    readOffered(needs.record, party, 'giver', givenPage),
  ]);
  const [held, takers] = await Promise.all([
    readHeldOf(needs.record, party, cases),
    nextHands(needs.record, party, cases),
  ]);
  await noteRead(needs.record, official, 'list-custody', {
    cases: [...cases, ...lacking, ...toTake.map(({ caseNumber }) => caseNumber)],
  });
  const named = (handover: HandoverView) => ({
    ...handover,
    giverName: partyName(handover.giver, language),
    takerName: partyName(handover.taker, language),
  });
  return {
    kind: 'view',
    view: 'custody/hands/view.njk',
    title: t('hands.title', { party: beginning(partyName(party, language), language) }),
    errors,
    data: {
      lacking,
      pagination,
      ...{ takePages, givenPages },
      toTake: toTake.map(named),
      given: given.map(named),
      held: cases.map((caseNumber) => ({
        caseNumber,
        things: held
          .filter((thing) => thing.caseNumber === caseNumber)
          .map((thing) => ({
            value: thingValue(thing),
            text: `${t(`kind.${thing.kind}`)} ${thing.serial} (${thing.copy}): ${t(`itemState.${thing.state}`)}`,
            disabled: thing.offered,
            checked: form['case'] === caseNumber && lists['things']?.includes(thingValue(thing)) === true,
            ...(thing.offered && { hint: { text: t('hands.offeredAlready') } }),
          })),
        mayReport: held.some((thing) => thing.caseNumber === caseNumber && !thing.offered),
        takers: (takers.get(caseNumber) ?? []).map((taker) => ({
          value: taker,
          text: partyName(taker, language),
          selected: form['case'] === caseNumber && form['taker'] === taker,
        })),
      })),
    },
  };
}
