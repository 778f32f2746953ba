import { readDay } from '../../../cases/mission/readSlots.ts';
import { readWaiting } from '../../../cases/mission/readWaiting.ts';
import { noteRead } from '../../../cases/officials/noteRead.ts';
import { type MissionId, missionName } from '../../../law/signature-issuance/missions.ts';
import type { OfficialPage } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

/** The mission's desk: who is expected today in the post's own time, and who waits for what, the overdue first. */
export const desk: OfficialPage = {
  path: '/mission',
  who: ['mission-officer'],
  get: async ({ needs, official, language, t }) => {
    const mission = official.post as MissionId;
    const [day, waiting] = await Promise.all([
      readDay(needs.record, mission, null),
      readWaiting(needs.record, mission),
    ]);
    const expected = day.slots.flatMap(({ appointment, startsAt }) =>
      appointment === null ? [] : [{ ...appointment, startsAt: new Date(startsAt).toISOString() }],
    );
    const cases = [...waiting, ...expected].map(({ caseNumber }) => caseNumber);
    await noteRead(needs.record, official, 'read-appointments', { cases });
    return {
      kind: 'view',
      view: 'mission/desk/view.njk',
      title: t('desk.title', { mission: missionName(mission, language) }),
      data: {
        scripts: ['keepTyped.js'],
        day: day.day,
        zone: day.zone,
        closingDay: day.closingDay,
        expected: expected.map((one) => ({
          ...one,
          here: instantInWords(one.startsAt, language, day.zone),
          baku: instantInWords(one.startsAt, language),
        })),
        waiting: waiting.map((one) => ({
          ...one,
          booked:
            one.appointment?.state === 'booked' ? instantInWords(one.appointment.startsAt, language, day.zone) : null,
        })),
        overdue: waiting.filter(({ invitation }) => invitation?.overdue === true).length,
      },
    };
  },
};
