/** An instant (ISO) as a clock in Baku shows it: `15.04.2026 14:00:00 (Bakı / Baku)`. */
export function inBaku(instant: string): string {
  const at = Temporal.Instant.from(instant).toZonedDateTimeISO('+04:00');
  const clock = [at.hour, at.minute, at.second].map(two).join(':');
  return `${asPrinted(at.toPlainDate().toString())} ${clock} (Bakı / Baku)`;
}

/** A day (ISO) as papers have it: `15.04.2026`. */
export function asPrinted(day: string): string {
  const { year, month, day: ofMonth } = Temporal.PlainDate.from(day);
  return `${two(ofMonth)}.${two(month)}.${String(year).padStart(4, '0')}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
