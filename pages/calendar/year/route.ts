import { readCalendar, readHeldDecisions } from '../../../cases/calendar/readCalendar.ts';
import { isDay, isWeekend } from '../../../law/calendar/days.ts';
import { writeDecisions } from '../../../law/calendar/readDecisions.ts';
import { DAY_WORDS } from '../../../law/calendar/words.ts';
import type { OpenPage } from '../../page.ts';
import { dayInWords } from '../../rendering/dates.ts';
import { sayDay } from '../sayDay.ts';

/** A year's days off and worked rest days, each with its reason, as known today or on any day; and the decisions behind them. */
export const year: OpenPage = {
  path: '/calendar',
  who: 'anyone',
  get: async (visit) => {
    const { needs, t, language, query } = visit;
    const asked = (query['known'] ?? '').trim();
    const badDay = asked !== '' && !isDay(asked);
    const { calendar, knownOn, today } = await readCalendar(needs.record, badDay || asked === '' ? undefined : asked);
    const { from, to: last } = calendar.coveredYears;
    const typed = (query['year'] ?? '').trim();
    const wanted = typed === '' ? Number(today.slice(0, 4)) : Number(typed);
    const badYear = !Number.isInteger(wanted) || wanted < from || wanted > last;
    const shown = badYear ? Math.min(Math.max(Number(today.slice(0, 4)), from), last) : wanted;
    const off = calendar.nonWorkingDays(shown);
    const words = DAY_WORDS[language];
    const decisions = await readHeldDecisions(needs.record, shown);
    const worked = decisions.flatMap(({ instead }) =>
      instead !== null && instead.startsWith(String(shown)) && calendar.whyWorked(instead) === 'swapped-in'
        ? [instead]
        : [],
    );
    return {
      kind: 'view',
      view: 'calendar/year/view.njk',
      title: t('year.title', { year: shown }),
      errors: [
        ...(badYear ? [{ field: 'year', text: t('year.badYear', { from, to: last }) }] : []),
        ...(badDay ? [{ field: 'known', text: t('year.badDay') }] : []),
      ],
      data: {
        typed: { year: typed === '' ? String(shown) : typed, known: asked },
        knownOn,
        version: calendar.version,
        provisional: calendar.isProvisional(shown),
        off: off
          .filter((day) => !(isWeekend(day) && calendar.whyOff(day) === 'weekend'))
          .map((day) => [dayInWords(day, language), words[calendar.whyOff(day) ?? ''] ?? '']),
        worked: [...new Set(worked)].sort().map((day) => [dayInWords(day, language), words['swapped-in'] ?? '']),
        decisions: decisions
          .filter(({ published }) => published === null || published <= knownOn)
          .map((one) => [
            sayDay(visit, one),
            one.published === null ? t('year.unknownDay') : dayInWords(one.published, language),
            one.takenBack === null || one.takenBack > knownOn ? t('year.stands') : dayInWords(one.takenBack, language),
          ]),
      },
    };
  },
};

/** Every decision as the installation holds it, for `npm run calendar -- … --decisions FILE`. */
export const decisionsCsv: OpenPage = {
  path: '/calendar/decisions.csv',
  who: 'anyone',
  get: async ({ needs }) => ({
    kind: 'file',
    type: 'text/csv',
    name: 'calendar-decisions.csv',
    bytes: Buffer.from(writeDecisions(await readHeldDecisions(needs.record))),
  }),
};
