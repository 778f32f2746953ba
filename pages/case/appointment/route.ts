import { readCase } from '../../../cases/findCases.ts';
import { bookAppointment } from '../../../cases/mission/bookAppointment.ts';
import { cancelAppointment } from '../../../cases/mission/cancelAppointment.ts';
import { freeSlots } from '../../../cases/mission/readSlots.ts';
import { missionName } from '../../../law/signature-issuance/missions.ts';
import { MISSION_REASONS } from '../../../law/signature-issuance/words/missionReasons.ts';
import { isId } from '../../isId.ts';
import type { ApplicantPage, ApplicantVisit, FormError, Reply } from '../../page.ts';
import { instantInWords } from '../../rendering/dates.ts';

const ZONES = Intl.supportedValuesOf('timeZone');

/** Booking, moving and cancelling the appointment (R1598/2.12): hours in the post's zone and in the reader's own. */
export const appointment: ApplicantPage = {
  path: '/case/appointment',
  who: 'applicant',
  get: (visit) => show(visit, []),
  post: async (visit) => {
    const { needs, caseNumber, form, t, to, language } = visit;
    const cancelling = form['deed'] === 'cancel';
    const slot = form['slot'] ?? '';
    if (!cancelling && !isId(slot)) return show(visit, [{ field: 'slot', text: t('appointment.choose') }]);
    const outcome = cancelling
      ? await cancelAppointment(needs.record, caseNumber, visit.once('case/appointment/cancel', caseNumber))
      : await bookAppointment(needs.record, caseNumber, slot, visit.once('case/appointment', slot));
    if (outcome === null) return { kind: 'not-found' };
    if (outcome.kind === 'refused') {
      const words = MISSION_REASONS[outcome.reason]?.[language] ?? outcome.reason;
      return show(visit, [{ field: 'slot', text: `${words} ${t('common.clause', { clause: outcome.clause })}` }]);
    }
    if (outcome.kind === 'other-body' || outcome.kind === 'in-flight')
      return show(visit, [{ field: '', text: t(outcome.kind === 'in-flight' ? 'common.inFlight' : 'common.keyUsed') }]);
    visit.tellNext(t(cancelling ? 'appointment.cancelled' : 'appointment.done'));
    return { kind: 'see', path: to('/case') };
  },
};

async function show(visit: ApplicantVisit, errors: readonly FormError[]): Promise<Reply> {
  const { needs, caseNumber, t, to, language, query, request } = visit;
  const [view, free] = await Promise.all([readCase(needs.record, caseNumber), freeSlots(needs.record, caseNumber)]);
  if (view === null) return { kind: 'not-found' };
  // An old letter's link: his case says where it stands now.
  if (view.invitation === null || free.zone === null) return { kind: 'see', path: to('/case') };
  const { zone } = free;
  const chosen = query['zone'] ?? request.session.zone;
  const own = ZONES.find((known) => known === chosen && known !== zone) ?? null;
  if (query['zone'] !== undefined) request.session.zone = own ?? '';
  const inWords = (startsAt: string, at: string) => instantInWords(new Date(startsAt).toISOString(), language, at);
  const booked = view.appointments.find(({ state }) => state === 'booked');
  return {
    kind: 'view',
    view: 'case/appointment/view.njk',
    title: t(booked === undefined ? 'appointment.book' : 'appointment.move'),
    back: to('/case'),
    errors,
    data: {
      scripts: ['ownZone.js'],
      zoneChosen: chosen !== undefined,
      mission: missionName(free.mission ?? '', language),
      zone,
      own,
      zones: [
        { value: '', text: t('appointment.postZone', { zone }) },
        ...ZONES.map((name) => ({ value: name, text: name, selected: name === own })),
      ],
      booked: booked === undefined ? null : inWords(booked.startsAt, zone),
      bookedOwn: booked === undefined || own === null ? null : inWords(booked.startsAt, own),
      slots: free.slots.map(({ id, startsAt, minutes }) => ({
        value: id,
        text: `${inWords(startsAt, zone)} (${zone}), ${t('appointment.minutes', { minutes })}`,
        ...(own !== null && { hint: { text: `${inWords(startsAt, own)} (${own})` } }),
      })),
    },
  };
}
