import type { ParameterValue } from '../parameters.ts';

/** An outage of a channel for answering, in legal time (ISO instants); `to` is null while it lasts. */
export type Outage = { channel: string; from: string; to: string | null };

/** Why a term was made longer: dated parameter `outage-extends-term`, ADR 3. */
export type Extension = {
  ground: string;
  rule: 'working-day-for-total-outage' | 'last-hour';
  from: string;
  to: string;
};

const HOUR = 3_600_000;

/** The part of an outage that lies inside a term, in milliseconds; an outage that lasts is counted up to `now`. */
function overlap(outage: Outage, from: number, to: number, now: number): number {
  const end = outage.to === null ? now : Date.parse(outage.to);
  return Math.max(0, Math.min(end, to) - Math.max(Date.parse(outage.from), from));
}

/**
 * When a term really ends, given the outages of the answering channels (ADR 3). Under `none`, the default, outages
 * change nothing, for R1598/2.8 knows no extension. Otherwise a total outage over the given length adds one working
 * day (`oneDayMore` says which instant that is), and an outage touching the last hour moves the end by as long as it
 * lasted. All instants are ISO; the answer names each extension and its ground.
 */
export function endAfterOutages(
  term: { startedAt: string; endsAt: string; oneDayMore: string },
  outages: readonly Outage[],
  parameter: ParameterValue<'outage-extends-term'>,
  now: string,
): { endsAt: string; extensions: Extension[] } {
  if (parameter === 'none') return { endsAt: term.endsAt, extensions: [] };
  const started = Date.parse(term.startedAt);
  const moment = Date.parse(now);
  const extensions: Extension[] = [];
  let end = Date.parse(term.endsAt);

  const total = outages.reduce((sum, outage) => sum + overlap(outage, started, end, moment), 0);
  if (total > parameter.totalOutageMinutes * 60_000) {
    extensions.push({ ground: 'ADR 3', rule: 'working-day-for-total-outage', from: iso(end), to: term.oneDayMore });
    end = Date.parse(term.oneDayMore);
  }
  for (const outage of outages) {
    if (overlap(outage, end - HOUR, end, moment) === 0) continue;
    const lasted = (outage.to === null ? moment : Date.parse(outage.to)) - Date.parse(outage.from);
    extensions.push({ ground: 'ADR 3', rule: 'last-hour', from: iso(end), to: iso(end + lasted) });
    end += lasted;
  }
  return { endsAt: iso(end), extensions };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
