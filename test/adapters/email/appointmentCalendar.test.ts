import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ICAL from 'ical.js';
import { appointmentCalendar, type CalendarFacts } from '../../../adapters/email/appointmentCalendar.ts';

const FACTS: CalendarFacts = {
  caseNumber: 'QR-2026-000001',
  mission: 'istanbul',
  startsAt: '2026-03-30T07:00:00.000Z',
  minutes: 30,
  uid: '0d9f7e0a-6f0b-4a55-9a0e-3f1a3c0f9b11',
  sequence: 2,
  madeAt: '2026-03-20T07:00:00.000Z',
};
const SIDES = { organizer: 'portal@mohlet.invalid', attendee: 'reader@mail.invalid' };

describe("an appointment for the reader's calendar", () => {
  const read = (ics: string) => {
    const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[] as never);
    const events = calendar.getAllSubcomponents('vevent');
    assert.equal(events.length, 1);
    return { calendar, event: new ICAL.Event(events[0]), component: events[0] };
  };

  for (const language of ['az', 'en', 'ru'] as const)
    it(`R1598/2.12: is read back by another program with the same times and place (${language})`, () => {
      const { method, ics } = appointmentCalendar('REQUEST', FACTS, language, SIDES);
      const { calendar, event, component } = read(ics);
      assert.equal(method, 'REQUEST');
      assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
      assert.equal(event.uid, FACTS.uid);
      assert.equal(event.sequence, 2);
      assert.equal(event.startDate.toJSDate().toISOString(), FACTS.startsAt);
      assert.equal(event.endDate.toJSDate().toISOString(), '2026-03-30T07:30:00.000Z');
      assert.match(event.summary, /QR-2026-000001/);
      assert.match(event.location, /İstanbul|Istanbul|Стамбул/);
      assert.equal(component?.getFirstPropertyValue('status'), 'CONFIRMED');
      const attendee = component?.getFirstProperty('attendee');
      assert.match(String(attendee?.getFirstValue()), /^mailto:reader@mail\.invalid$/i);
      assert.equal(attendee?.getParameter('rsvp'), 'FALSE');
      assert.match(String(component?.getFirstPropertyValue('organizer')), /^mailto:portal@mohlet\.invalid$/i);
    });

  it('R1598/2.12: its cancellation takes back the same event; the same facts give the same text', () => {
    const { ics } = appointmentCalendar('CANCEL', { ...FACTS, sequence: 3 }, 'en', SIDES);
    const { calendar, event, component } = read(ics);
    assert.equal(calendar.getFirstPropertyValue('method'), 'CANCEL');
    assert.equal(component?.getFirstPropertyValue('status'), 'CANCELLED');
    assert.match(String(component?.getFirstPropertyValue('attendee')), /^mailto:reader@mail\.invalid$/i);
    assert.deepEqual([event.uid, event.sequence], [FACTS.uid, 3]);
    assert.equal(appointmentCalendar('CANCEL', { ...FACTS, sequence: 3 }, 'en', SIDES).ics, ics);
  });

  it('R1598/2.12: every line keeps to 75 bytes (RFC 5545)', () => {
    const { ics } = appointmentCalendar('REQUEST', FACTS, 'ru', SIDES);
    for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  });
});
