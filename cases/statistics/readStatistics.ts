import { bakuDay } from '../../law/calendar/bakuTime.ts';
import { countWorkingDays } from '../../law/calendar/countWorkingDays.ts';
import { publishedCount, publishedPercentile, publishedShare } from '../../law/statistics.ts';
import type { Tx } from '../record/database.ts';
import { calendarKnownOn } from '../record/dated.ts';

/** How long a step took, in working days; null where too few took it to be published. */
export type StepFigures = {
  step: string;
  holder: string | null;
  n: number | null;
  median: number | null;
  p90: number | null;
};

/** An agency's share of silence: of its ended terms, in whole per cent. */
export type SilenceFigures = { agency: string; n: number | null; silence: number | null };

/** Of how many decisions upon opinions how many, in whole per cent, rest on the silence of at least one agency. */
export type DecidedFigures = { n: number | null; bySilence: number | null };

/** What is published (ADR 38): everything that ended before `until` (ISO day, Baku, not included). */
export type Statistics = {
  until: string;
  outcomes: { outcome: string; n: number | null }[];
  decided: DecidedFigures;
  silence: SilenceFigures[];
  steps: StepFigures[];
};

const OUTCOMES = ['issued', 'negative-opinion', 'centre-refusal', 'mismatch', 'withdrawn', 'lapsed'] as const;

const BAKU_DAY = (column: string) => `to_char(${column} AT TIME ZONE 'Asia/Baku', 'YYYY-MM-DD')`;

/** As `opinionsDecidedAt` says of one case: not one withdrawn before anybody decided. */
const IS_DECIDED = `c.decided_at < $1 AND NOT (c.outcome = 'withdrawn' AND c.decided_at = c.closed_at)`;

/** How long a step took whoever's it was: a term that another's refusal or a withdrawal stopped says nothing of that. */
const STEPS = `
  SELECT t.clause AS step, CASE WHEN t.clause = 'R1598/2.8' THEN t.holder END AS holder,
         ${BAKU_DAY('t.started_at')} AS "from", ${BAKU_DAY('t.closed_at')} AS until, count(*)::integer AS n
    FROM term t JOIN "case" c ON c.number = t.case_number AND c.procedure = 'signature-issuance'
   WHERE t.closed_at < $1 AND NOT EXISTS (
           SELECT 1 FROM term_outcome o WHERE o.case_number = t.case_number AND o.clause = t.clause AND o.holder = t.holder
                                          AND o.outcome = 'stopped')
   GROUP BY 1, 2, 3, 4
  UNION ALL
  SELECT 'whole', NULL, ${BAKU_DAY('c.registered_at')}, ${BAKU_DAY('c.decided_at')}, count(*)::integer
    FROM "case" c WHERE c.procedure = 'signature-issuance' AND ${IS_DECIDED} GROUP BY 3, 4`;

/** A refusal upon a negative opinion rests on that opinion, whoever else was silent. */
const DECIDED = `
  SELECT count(*)::integer AS n,
         count(*) FILTER (WHERE c.outcome IS DISTINCT FROM 'negative-opinion' AND EXISTS (
           SELECT 1 FROM term_outcome o
            WHERE o.case_number = c.number AND o.clause = 'R1598/2.8' AND o.outcome = 'silence'))::integer AS silent
    FROM "case" c WHERE c.procedure = 'signature-issuance' AND ${IS_DECIDED}`;

/**
 * Computes the public statistics: outcomes, silence by agency, and how long each step took, of what ended before this month
 * began (Baku). No count below five is among them, and every other is rounded down to a multiple of five.
 */
export async function readStatistics(tx: Tx): Promise<Statistics> {
  const { until, instant, today } = await tx.one<{ until: string; instant: string; today: string }>(
    `SELECT to_char(date_trunc('month', today AT TIME ZONE 'Asia/Baku'), 'YYYY-MM-DD') AS until,
            date_trunc('month', today AT TIME ZONE 'Asia/Baku') AT TIME ZONE 'Asia/Baku' AS instant, today
       FROM legal_now() AS today`,
  );
  const outcomes = await tx.many<{ outcome: string; n: number }>(
    `SELECT outcome, count(*)::integer AS n FROM "case"
      WHERE procedure = 'signature-issuance' AND stage = 'ended' AND closed_at < $1 GROUP BY outcome`,
    [instant],
  );
  const decided = await tx.one<{ n: number; silent: number }>(DECIDED, [instant]);
  const silence = await tx.many<{ agency: string; n: number; silent: number }>(
    `SELECT o.holder AS agency, count(*)::integer AS n, count(*) FILTER (WHERE o.outcome = 'silence')::integer AS silent
       FROM term_outcome o WHERE o.clause = 'R1598/2.8' AND o.outcome <> 'stopped' AND o.at < $1
      GROUP BY o.holder ORDER BY o.holder`,
    [instant],
  );
  return {
    until,
    outcomes: OUTCOMES.map((outcome) => ({
      outcome,
      n: publishedCount(outcomes.find((one) => one.outcome === outcome)?.n ?? 0),
    })),
    decided: { n: publishedCount(decided.n), bySilence: publishedShare(decided.silent, decided.n) },
    silence: silence.map(({ agency, n, silent }) => ({
      agency,
      n: publishedCount(n),
      silence: publishedShare(silent, n),
    })),
    steps: await stepFigures(tx, instant, bakuDay(today)),
  };
}

async function stepFigures(tx: Tx, instant: string, today: string): Promise<StepFigures[]> {
  const rows = await tx.many<{ step: string; holder: string | null; from: string; until: string; n: number }>(STEPS, [
    instant,
  ]);
  const calendar = await calendarKnownOn(tx, today);
  const figures = new Map<string, { step: string; holder: string | null; durations: { days: number; n: number }[] }>();
  for (const { step, holder, from, until, n } of rows) {
    const key = `${step} ${holder ?? ''}`;
    const known = figures.get(key) ?? { step, holder, durations: [] };
    known.durations.push({ days: countWorkingDays(calendar, from, until), n });
    figures.set(key, known);
  }
  return [...figures.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { step, holder, durations }]) => ({
      step,
      holder,
      n: publishedCount(durations.reduce((sum, { n }) => sum + n, 0)),
      median: publishedPercentile(durations, 0.5),
      p90: publishedPercentile(durations, 0.9),
    }));
}
