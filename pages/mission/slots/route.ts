import { removeClosingDay, setClosingDay } from '../../../cases/mission/closingDays.ts';
import { closeSlot } from '../../../cases/mission/closeSlots.ts';
import { openSlots } from '../../../cases/mission/openSlots.ts';
import { readDay } from '../../../cases/mission/readSlots.ts';
import { isDay } from '../../../law/calendar/days.ts';
import type { MissionId } from '../../../law/signature-issuance/missions.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import { isId } from '../../isId.ts';
import type { FormError, OfficialPage, OfficialVisit, Reply } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';
import { sayRefused } from '../../sayRefused.ts';

const DEEDS = ['open', 'close', 'close-day', 'open-day'] as const;

/** The post's hours of one of its days: opening, closing one, closing the day (R1598/2.12). */
export const slots: OfficialPage = {
  path: '/mission/slots',
  who: ['mission-officer'],
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const deed = DEEDS.find((known) => known === visit.form['deed']);
    const day = visit.form['day'] ?? '';
    if (deed === undefined || !isDay(day)) return show(visit, [{ field: 'day', text: visit.t('slots.noDay') }]);
    const outcome = await act(visit, deed, day);
    if (Array.isArray(outcome)) return show(visit, outcome);
    const errors = sayRefused(outcome, ['opened', 'closed', 'removed'], MISSION_REASONS, visit);
    if (errors === 'missing') return { kind: 'not-found' };
    if (errors !== null) return show(visit, errors);
    visit.tellNext(visit.t(`slots.done.${deed}`));
    return { kind: 'see', path: visit.to(`/mission/slots?day=${day}`) };
  },
};

async function act(visit: OfficialVisit, deed: (typeof DEEDS)[number], day: string) {
  const { needs, official, actor, form, t } = visit;
  const mission = official.post as MissionId;
  const cancelBooked = form['cancelBooked'] === 'true';
  const once = visit.once(`mission/slots/${deed}`, { ...form, once: undefined, _csrf: undefined });
  switch (deed) {
    case 'open': {
      const times = (form['times'] ?? '').split(/[\s,;]+/).filter((time) => time !== '');
      const minutes = Number(form['minutes']);
      const faults: FormError[] = [
        ...(times.length > 0 && times.length <= 100 && times.every((time) => /^([01]?\d|2[0-3]):[0-5]\d$/.test(time))
          ? []
          : [{ field: 'times', text: t('slots.badTimes') }]),
        ...(Number.isInteger(minutes) && minutes >= 5 && minutes <= 240
          ? []
          : [{ field: 'minutes', text: t('slots.badMinutes') }]),
      ];
      if (faults.length > 0) return faults;
      return openSlots(
        needs.record,
        actor,
        { mission, day, times: times.map((time) => time.padStart(5, '0')), minutes },
        once,
      );
    }
    case 'close': {
      const slot = form['slot'] ?? '';
      if (!isId(slot)) return null;
      return closeSlot(needs.record, actor, { mission, slot, cancelBooked }, once);
    }
    case 'close-day':
      return setClosingDay(needs.record, actor, { mission, day, cancelBooked }, once);
    case 'open-day':
      return removeClosingDay(needs.record, actor, { mission, day }, once);
  }
}

async function show(visit: OfficialVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, official, query, form, t, to, language } = visit;
  const asked = form['day'] ?? query['day'] ?? '';
  const day = await readDay(needs.record, official.post as MissionId, isDay(asked) ? asked : null);
  return {
    kind: 'view',
    view: 'mission/slots/view.njk',
    title: t('slots.title', { zone: day.zone }),
    back: to('/mission'),
    errors,
    data: {
      form,
      day,
      slots: day.slots.map((slot) => ({
        ...slot,
        here: instantInWords(new Date(slot.startsAt).toISOString(), language, day.zone),
      })),
    },
  };
}
