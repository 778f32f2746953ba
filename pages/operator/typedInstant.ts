import { isInstant } from '../../law/calendar/bakuTime.ts';

const BAKU = '+04:00';

/** A typed Baku instant (`2026-04-01T22:00`) as ISO; null where it is none, as on 31 February, which engines take for March. */
export function typedInstant(text: string | undefined): string | null {
  const instant = `${text}:00${BAKU}`;
  return text?.length === 16 && isInstant(instant) ? new Date(instant).toISOString() : null;
}
