import { type EnteredDay, faultsOfDays, propose } from '../../../cases/calendar/propose.ts';
import { DECISION_KINDS } from '../../../law/calendar/decision.ts';
import { SOURCE } from '../../../law/calendar/editor.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { sayOutcome } from '../sayOutcome.ts';

const FEW = 4;
const MANY = 20;

/** A new decision of the Cabinet, about one day or several; every fault is said at once, and nothing moves yet. */
export const enter: OfficialPage = {
  path: '/calendar/editor/new',
  who: ['operator'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, actor, form, t, to } = visit;
    const source = (form['source'] ?? '').trim().replace(/\s+/g, ' ');
    const published = (form['published'] ?? '').trim();
    const rows = rowsOf(form);
    const missing: FormError[] = [
      ...(published === '' ? [{ field: 'published', text: t('enter.noPublished') }] : []),
      ...(SOURCE.test(source) ? [] : [{ field: 'source', text: t('enter.noSource') }]),
      ...(rows.length === 0 ? [{ field: 'day1', text: t('enter.noDays') }] : []),
    ];
    const days = rows.map(({ day }) => day);
    const numbers = rows.map(({ nth }) => nth);
    const proposal = { kind: 'enter', published, source, days } as const;
    if (missing.length > 0) {
      // What is wrong with the days stands beside what is missing: everything at once.
      const faults = await faultsOfDays(needs.record, published === '' ? null : published, days);
      return show(visit, [...missing, ...sayOutcome({ kind: 'faulty', faults }, visit, numbers)]);
    }
    const outcome = await propose(needs.record, actor, proposal, visit.once('calendar/enter', proposal));
    if (outcome.kind !== 'proposed') return show(visit, sayOutcome(outcome, visit, numbers));
    visit.tellNext(t('enter.done'));
    return { kind: 'see', path: to(`/calendar/editor/${outcome.proposal}`) };
  },
};

function rowsOf(form: Readonly<Record<string, string>>): { nth: number; day: EnteredDay }[] {
  return Array.from({ length: MANY }, (_, at) => at + 1).flatMap((nth) => {
    const [day, instead] = [(form[`day${nth}`] ?? '').trim(), (form[`instead${nth}`] ?? '').trim()];
    if (day === '' && instead === '') return [];
    const kind = DECISION_KINDS.find((known) => known === form[`kind${nth}`]) ?? 'swap';
    return [{ nth, day: { day, kind, instead: instead === '' ? null : instead } }];
  });
}

function show({ t, to, form, query }: OfficialVisit, errors: readonly FormError[]): Reply {
  const filled = Math.max(0, ...rowsOf(form).map(({ nth }) => nth));
  const many = query['many'] !== undefined || form['many'] === 'yes' || filled > FEW;
  return {
    kind: 'view',
    view: 'calendar/enter/view.njk',
    title: t('enter.title'),
    back: to('/calendar/editor'),
    errors,
    data: {
      form,
      many,
      kinds: DECISION_KINDS.toReversed().map((kind) => ({ value: kind, text: t(`dayKind.${kind}`) })),
      rows: Array.from({ length: many ? MANY : FEW }, (_, at) => at + 1),
    },
  };
}
