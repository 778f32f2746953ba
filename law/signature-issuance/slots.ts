import { isDay } from '../calendar/days.ts';

/** Why a time cannot be offered at a post. */
export type SlotFault = 'not-a-day' | 'no-such-time' | 'in-the-past' | 'closing-day';

/**
 * The instant (ISO, UTC) of a post's local day (ISO) and time (`HH:MM`). A time that the clocks leap over does not exist
 * there; of one that comes twice the first is meant.
 */
export function slotInstant(
  zone: string,
  day: string,
  time: string,
): { kind: 'at'; startsAt: string } | { kind: 'none'; reason: 'not-a-day' | 'no-such-time' } {
  if (!isDay(day)) return { kind: 'none', reason: 'not-a-day' };
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { kind: 'none', reason: 'no-such-time' };
  const local = Temporal.PlainDateTime.from(`${day}T${time}`);
  const there = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!there.toPlainDateTime().equals(local)) return { kind: 'none', reason: 'no-such-time' };
  return { kind: 'at', startsAt: new Date(there.epochMilliseconds).toISOString() };
}

/** What a post wants to offer: local times (`HH:MM`) of a local day, judged at `now` (ISO) with its closing days. */
export type OfferedSlots = {
  zone: string;
  day: string;
  times: readonly string[];
  now: string;
  closingDays: readonly string[];
};

/** The instants (ISO, UTC) of what a post offers (R1598/2.12: the appointed time), or every time that cannot be, and why. */
export function slotsOffered({ zone, day, times, now, closingDays }: OfferedSlots): {
  instants: string[];
  faults: { item: string; reason: SlotFault }[];
} {
  const instants: string[] = [];
  const faults: { item: string; reason: SlotFault }[] = [];
  for (const time of new Set(times)) {
    const slot = slotInstant(zone, day, time);
    if (slot.kind === 'none') faults.push({ item: time, reason: slot.reason });
    else if (closingDays.includes(day)) faults.push({ item: time, reason: 'closing-day' });
    else if (slot.startsAt <= now) faults.push({ item: time, reason: 'in-the-past' });
    else instants.push(slot.startsAt);
  }
  return { instants, faults };
}

/** The ISO day on which an instant (ISO) lies in a time zone: at a post it may be another than in Baku. */
export function dayInZone(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** An instant (ISO) as the post's clock shows it, with the offset in force then, such as `2026-03-29T09:00:00+02:00`. */
export function timeInZone(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toString({
    timeZoneName: 'never',
    smallestUnit: 'second',
  });
}

/** What a slot is judged by when somebody wants it; instants ISO, UTC. */
export type WantedSlot = {
  startsAt: string;
  closed: boolean;
  taken: boolean;
  onClosingDay: boolean;
  zone: string;
  fromDay: string;
  now: string;
};

/** Why a slot cannot be booked. */
export type NotBookable = 'slot-closed' | 'slot-past' | 'slot-before-invitation' | 'slot-on-closing-day' | 'slot-taken';

/** Whether a slot may be booked (R1598/2.12): null, or why not. The first day is the invitation's, in the post's calendar. */
export function whyNotBookable(slot: WantedSlot): NotBookable | null {
  if (slot.closed) return 'slot-closed';
  if (slot.startsAt <= slot.now) return 'slot-past';
  if (dayInZone(slot.zone, slot.startsAt) < slot.fromDay) return 'slot-before-invitation';
  if (slot.onClosingDay) return 'slot-on-closing-day';
  return slot.taken ? 'slot-taken' : null;
}

/**
 * The last ISO day that an invitation given on a day (ISO, both in the post's calendar) may name as its first: `within`
 * days later (R1598/2.11, ADR 25).
 */
export function lastFirstDay(today: string, within: number): string {
  return Temporal.PlainDate.from(today).add({ days: within }).toString();
}
