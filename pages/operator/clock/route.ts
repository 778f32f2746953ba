import { readClock } from '../../../cases/findCases.ts';
import { moveClock } from '../../../cases/record/moveClock.ts';
import { typedInstant } from '../typedInstant.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** The legal clock of a rehearsal: where it stands, and forward by hand. There is no such page anywhere else. */
export const clock: OfficialPage = {
  path: '/operator/clock',
  who: ['operator'],
  get: (visit) => (visit.needs.clockRoute ? show(visit, []) : { kind: 'not-found' }),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    if (!needs.clockRoute) return { kind: 'not-found' };
    const forwardTo = typedInstant(form['forwardTo']);
    if (forwardTo === null) return show(visit, [{ field: 'forwardTo', text: t('clock.bad') }]);
    const move = { forwardTo };
    const outcome = await moveClock(needs.record, actor, move, visit.once('operator/clock', move));
    if (outcome.kind !== 'moved')
      return show(visit, [
        { field: 'forwardTo', text: t(outcome.kind === 'backwards' ? 'clock.backwards' : 'clock.bad') },
      ]);
    visit.tellNext(t('clock.moved', { when: instantInWords(outcome.legalNow, visit.language) }));
    return { kind: 'see', path: to('/operator/clock') };
  },
};

async function show({ needs, t, to, language, form }: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { legalNow } = await readClock(needs.record);
  return {
    kind: 'view',
    view: 'operator/clock/view.njk',
    title: t('clock.title'),
    back: to('/operator'),
    errors,
    data: { now: instantInWords(legalNow, language), typed: form['forwardTo'] ?? '' },
  };
}
