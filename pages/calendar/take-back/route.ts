import { propose } from '../../../cases/calendar/propose.ts';
import { readCalendar, readHeldDecisions } from '../../../cases/calendar/readCalendar.ts';
import { isDay } from '../../../law/calendar/days.ts';
import { SOURCE } from '../../../law/calendar/editor.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayDay } from '../sayDay.ts';
import { sayOutcome } from '../sayOutcome.ts';

/** A further decision that takes back what stands: the entered one is never deleted, and what was known stays known. */
export const takeBack: OfficialPage = {
  path: '/calendar/editor/take-back',
  who: ['operator'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const source = (form['source'] ?? '').trim().replace(/\s+/g, ' ');
    const published = (form['published'] ?? '').trim();
    const decisions = chosenIn(form);
    const missing: FormError[] = [
      ...(isDay(published) ? [] : [{ field: 'published', text: t('enter.noPublished') }]),
      ...(SOURCE.test(source) ? [] : [{ field: 'source', text: t('enter.noSource') }]),
      ...(decisions.length > 0 ? [] : [{ field: 'decision', text: t('takeBack.none') }]),
    ];
    if (missing.length > 0) return show(visit, missing);
    const proposal = { kind: 'take-back', published, source, decisions } as const;
    const outcome = await propose(needs.record, actor, proposal, visit.once('calendar/take-back', proposal));
    if (outcome.kind !== 'proposed') return show(visit, sayOutcome(outcome, visit));
    visit.tellNext(t('enter.done'));
    return { kind: 'see', path: to(`/calendar/editor/${outcome.proposal}`) };
  },
};

/** The decisions ticked: each box has a name of its own. */
function chosenIn(form: Readonly<Record<string, string>>): number[] {
  return Object.keys(form).flatMap((name) => {
    const [, id] = /^decision-(\d{1,15})$/.exec(name) ?? [];
    return id === undefined ? [] : [Number(id)];
  });
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to, form } = visit;
  const { today } = await readCalendar(needs.record);
  const from = `${Number(today.slice(0, 4)) - 1}-01-01`;
  const held = await readHeldDecisions(needs.record);
  const chosen = new Set(chosenIn(form));
  return {
    kind: 'view',
    view: 'calendar/take-back/view.njk',
    title: t('takeBack.title'),
    back: to('/calendar/editor'),
    errors,
    data: {
      form,
      items: held
        .filter(({ day, takenBack }) => takenBack === null && day >= from)
        .map((one, at) => ({
          id: at === 0 ? 'decision' : `decision-${at + 1}`,
          name: `decision-${one.id}`,
          value: 'yes',
          text: sayDay(visit, one),
          checked: chosen.has(one.id),
        })),
    },
  };
}
