import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { missionName } from '../../law/signature-issuance/missions.ts';

/** An appointment at a mission as its notice knows it: instants ISO, `madeAt` the notice's own. */
export type CalendarFacts = {
  caseNumber: string;
  mission: string;
  startsAt: string;
  minutes: number;
  uid: string;
  sequence: number;
  madeAt: string;
};

const SUMMARY = {
  az: 'Diplomatik nümayəndəlikdə görüş',
  en: 'Appointment at the diplomatic mission',
  ru: 'Приём в дипломатическом представительстве',
} as const;

/**
 * An appointment, or its end, for the reader's calendar (RFC 5545, 5546): one event with the post's name and the case
 * number. Times are in UTC, so that no calendar needs to know the post's zone. `organizer` is the mail address the letter
 * comes from, `attendee` the one it goes to, which both methods must name (RFC 5546, 3.2.2, 3.2.5); no answer is asked of
 * it. The same facts give the same text.
 */
export function appointmentCalendar(
  method: 'REQUEST' | 'CANCEL',
  facts: CalendarFacts,
  language: 'az' | 'en' | 'ru',
  { organizer, attendee }: { organizer: string; attendee: string },
): { method: 'REQUEST' | 'CANCEL'; ics: string } {
  const cancelled = method === 'CANCEL';
  const place = missionName(facts.mission, language);
  const start = new Date(facts.startsAt);
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Mohlet', product: 'Mohlet', language: language.toUpperCase() },
  });
  calendar.createEvent({
    id: facts.uid,
    sequence: facts.sequence,
    stamp: new Date(facts.madeAt),
    start,
    end: new Date(start.getTime() + facts.minutes * 60_000),
    summary: `${SUMMARY[language]}: ${facts.caseNumber}`,
    location: place,
    organizer: { name: place, email: organizer },
    attendees: [{ email: attendee, rsvp: false }],
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return { method, ics: calendar.toString() };
}

/** The same event as a file its reader takes himself (METHOD:PUBLISH, RFC 5546 3.2.1): nobody is invited by a letter. */
export function downloadedCalendar(facts: CalendarFacts, language: 'az' | 'en' | 'ru'): string {
  const start = new Date(facts.startsAt);
  const calendar = ical({
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Mohlet', product: 'Mohlet', language: language.toUpperCase() },
  });
  calendar.createEvent({
    id: facts.uid,
    sequence: facts.sequence,
    stamp: new Date(facts.madeAt),
    start,
    end: new Date(start.getTime() + facts.minutes * 60_000),
    summary: `${SUMMARY[language]}: ${facts.caseNumber}`,
    location: missionName(facts.mission, language),
    status: ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}
