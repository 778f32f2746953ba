import { colleagues, endAbsence, enterAbsence, readAbsences } from '../../../cases/reviewer/colleagues.ts';
import { isDay } from '../../../law/calendar/days.ts';
import type { FormError, OfficialVisit, OfficialPage, Reply } from '../../page.ts';
import { reviewerOf } from '../reviewerOf.ts';
import { sayReason } from '../sayReason.ts';

/** An absence with its stand-in: his files stand among the stand-in's meanwhile. */
export const absence: OfficialPage = {
  path: '/reviewer/absence',
  who: ['reviewer'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { form, needs, t, to, tellNext } = visit;
    const reviewer = reviewerOf(visit);
    if (form['deed'] === 'end') {
      const absences = await readAbsences(needs.record, reviewer.body);
      const asked = absences.find(({ enteredAt }) => enteredAt === form['enteredAt']);
      if (asked !== undefined && (await endAbsence(needs.record, reviewer, asked.enteredAt)))
        tellNext(t('absence.ended'));
      return { kind: 'see', path: to('/reviewer/absence') };
    }
    const [fromDay, untilDay] = [dayOf(form, 'from'), dayOf(form, 'until')];
    const faults = [
      ...(fromDay === null ? [{ field: 'from-day', text: t('absence.fault.day') }] : []),
      ...(untilDay === null ? [{ field: 'until-day', text: t('absence.fault.day') }] : []),
    ];
    const standIn = form['standIn'] ?? '';
    if (standIn === reviewer.id || !(await colleagues(needs.record, reviewer.body)).includes(standIn))
      faults.unshift({ field: 'standIn', text: sayReason('no-colleague', visit) });
    if (fromDay === null || untilDay === null || faults.length > 0) return show(visit, faults);
    const outcome = await enterAbsence(needs.record, reviewer, { standIn, fromDay, untilDay });
    switch (outcome.kind) {
      case 'no-colleague':
        return show(visit, [{ field: 'standIn', text: sayReason(outcome.kind, visit) }]);
      case 'days':
      case 'past':
        return show(visit, [{ field: 'until-day', text: t(`absence.fault.${outcome.kind}`) }]);
      case 'entered':
        tellNext(t('absence.entered'));
        return { kind: 'see', path: to('/reviewer/absence') };
    }
  },
};

/** Three inputs as one ISO day; null where they are none. */
function dayOf(form: Readonly<Record<string, string>>, name: string): string | null {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map((part) =>
    (form[`${name}-${part}`] ?? '').trim(),
  );
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : null;
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, t, to, form } = visit;
  const { body, id } = reviewerOf(visit);
  return {
    kind: 'view',
    view: 'reviewer/absence/view.njk',
    title: t('absence.title'),
    back: to('/reviewer'),
    errors,
    data: {
      form,
      me: id,
      absences: await readAbsences(needs.record, body),
      colleagues: (await colleagues(needs.record, body)).filter((sub) => sub !== id),
    },
  };
}
