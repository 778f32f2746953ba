import { readDay } from '../../../cases/mission/readSlots.ts';
import { countWaiting, readWaiting } from '../../../cases/mission/readWaiting.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { type MissionId, missionName } from '../../../law/signature-issuance/missions.ts';
import type { OfficialPage } from '../../page.ts';
import { pageOf } from '../../paging.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayEnd } from '../../rendering/sayEnd.ts';
import { thingsOf } from './things.ts';

/** The mission's desk: who is expected today in the post's own time, who waits for what, the overdue first, and things to move. */
export const desk: OfficialPage = {
  path: '/mission',
  who: ['mission-officer'],
  get: async (visit) => {
    const { needs, official, language, t } = visit;
    const mission = official.post as MissionId;
    const [day, { total, overdue }, things] = await Promise.all([
      readDay(needs.record, mission, null),
      countWaiting(needs.record, mission),
      thingsOf(visit, mission),
    ]);
    const { pagination, ...page } = pageOf(visit, '/mission', total);
    const waiting = await readWaiting(needs.record, mission, page);
    const expected = day.slots.flatMap(({ appointment, startsAt }) =>
      appointment === null ? [] : [{ ...appointment, startsAt: new Date(startsAt).toISOString() }],
    );
    const cases = [...waiting, ...expected].map(({ caseNumber }) => caseNumber);
    await noteRead(needs.record, official, 'read-appointments', { cases: [...cases, ...things.cases] });
    return {
      kind: 'view',
      view: 'mission/desk/view.njk',
      title: t('desk.title', { mission: missionName(mission, language) }),
      data: {
        things,
        day: day.day,
        zone: day.zone,
        pagination,
        closingDay: day.closingDay,
        expected: expected.map((one) => ({
          ...one,
          here: instantInWords(one.startsAt, language, day.zone),
          baku: instantInWords(one.startsAt, language),
        })),
        waiting: waiting.map((one) => ({
          ...one,
          until: one.invitation === null ? '' : sayEnd(one.invitation.endsAt, t, language),
          booked:
            one.appointment?.state === 'booked' ? instantInWords(one.appointment.startsAt, language, day.zone) : null,
        })),
        overdue,
      },
    };
  },
};
