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

type Interval = { from: number; to: number };

/** The outages as intervals in epoch milliseconds, those that overlap joined; one that lasts is counted up to `now`. */
function joined(outages: readonly Outage[], now: number): Interval[] {
  const intervals = outages
    .map(({ from, to }) => ({ from: Date.parse(from), to: to === null ? now : Date.parse(to) }))
    .sort((a, b) => a.from - b.from);
  const answer: Interval[] = [];
  for (const one of intervals) {
    const last = answer.at(-1);
    if (last !== undefined && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else answer.push({ ...one });
  }
  return answer;
}

/**
 * When no channel was left to answer by (ADR 3): the times in which every one of `channels` was out at once. While one
 * is up it is open for what the other would have taken, and the outage of the other moves nothing.
 */
export function totalOutages(outages: readonly Outage[], channels: readonly string[], now: string): Outage[] {
  const of = (channel: string) =>
    joined(
      outages.filter((one) => one.channel === channel),
      Date.parse(now),
    );
  const [first, ...others] = channels;
  if (first === undefined) return [];
  const lasting = (interval: Interval) => interval.to === Date.parse(now);
  const common = others.reduce(
    (left, channel) =>
      left.flatMap((a) =>
        of(channel)
          .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
          .filter(({ from, to }) => from < to),
      ),
    of(first),
  );
  return common.map((interval) => ({
    channel: channels.join('+'),
    from: iso(interval.from),
    to: lasting(interval) ? null : iso(interval.to),
  }));
}

/** The part of an interval that lies inside another, in milliseconds. */
function inside(interval: Interval, from: number, to: number): number {
  return Math.max(0, Math.min(interval.to, to) - Math.max(interval.from, from));
}

/**
 * When a term really ends, given the outages of the answering channels (ADR 3). Under `none`, the default, outages
 * change nothing, for R1598/2.8 knows no extension. Otherwise a total outage over the given length adds one working
 * day (`oneDayMore` says which instant that is), and an outage touching the last hour moves the end by as long as it
 * lasted; channels that were down together count once. All instants are ISO; each extension names its ground.
 */
export function endAfterOutages(
  term: { startedAt: string; endsAt: string; oneDayMore: string },
  outages: readonly Outage[],
  parameter: ParameterValue<'outage-extends-term'>,
  now: string,
): { endsAt: string; extensions: Extension[] } {
  if (parameter === 'none') return { endsAt: term.endsAt, extensions: [] };
  const intervals = joined(outages, Date.parse(now));
  const extensions: Extension[] = [];
  let end = Date.parse(term.endsAt);

  const total = intervals.reduce((sum, interval) => sum + inside(interval, Date.parse(term.startedAt), end), 0);
  if (total > parameter.totalOutageMinutes * 60_000) {
    extensions.push({ ground: 'ADR 3', rule: 'working-day-for-total-outage', from: iso(end), to: term.oneDayMore });
    end = Date.parse(term.oneDayMore);
  }
  const touching = intervals.filter((interval) => inside(interval, end - HOUR, end) > 0);
  for (const { from, to } of touching) {
    const later = end + (to - from);
    extensions.push({ ground: 'ADR 3', rule: 'last-hour', from: iso(end), to: iso(later) });
    end = later;
  }
  return { endsAt: iso(end), extensions };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
