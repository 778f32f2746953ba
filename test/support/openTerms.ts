import type { Calendar } from '../../law/calendar/calendar.ts';
import { deadline, reminderInstant } from '../../law/calendar/workingDays.ts';
import { AGENCIES } from '../../law/signature-issuance/agencies.ts';
import { FIRST_PREVIOUS } from '../../proof/chain.ts';
import type { Tx } from '../../cases/record/database.ts';

/** A term to be made: when it began (ISO) and its limit. */
export type TermToMake = { startedAt: string; workingDays: number };

const MOST = 4_000;

/**
 * Makes open terms of R1598/2.8 quickly, four a case, as copies of one registered case; what each term says of its days
 * comes from the law's own function. The owner's statements: nothing of it is a deed.
 */
export async function makeOpenTerms(
  owner: Tx,
  like: string,
  calendar: Calendar,
  terms: readonly TermToMake[],
): Promise<void> {
  const made = new Map<string, { explanation: string; endsAt: string; provisional: boolean; reminder: string }>();
  const explained = ({ startedAt, workingDays }: TermToMake) => {
    const key = `${startedAt} ${workingDays}`;
    const known = made.get(key);
    if (known !== undefined) return known;
    const counted = deadline(calendar, startedAt, workingDays);
    const { endsAt, provisional } = counted;
    const explanation = JSON.stringify({ ...counted, extensions: [] });
    const fresh = { explanation, endsAt, provisional, reminder: reminderInstant(counted) };
    made.set(key, fresh);
    return fresh;
  };
  const { offset } = await owner.one<{ offset: number }>(
    `SELECT count(*)::integer AS "offset" FROM "case" WHERE number LIKE 'BE-2025-%'`,
  );
  const numberOf = (nth: number) => `BE-2025-${String(offset + Math.floor(nth / 4) + 1).padStart(6, '0')}`;
  for (let from = 0; from < terms.length; from += MOST) {
    const some = terms.slice(from, from + MOST);
    const numbers = some.map((_, at) => numberOf(from + at));
    await owner.run(
      `INSERT INTO "case" (number, procedure, stage, registered_at, last_instant, limit_working_days, limit_source,
                           language, citizen, person_index, wants, tracking_index, sealed_key, sealed_form)
       SELECT n, c.procedure, 'opinions', $3, $3, c.limit_working_days, c.limit_source, c.language, c.citizen, n,
              c.wants, n, c.sealed_key, c.sealed_form
         FROM "case" c, (SELECT DISTINCT unnest($2::text[]) AS n) AS numbers WHERE c.number = $1`,
      [like, numbers, some.map(({ startedAt }) => startedAt).sort()[0]],
    );
    await owner.run(
      `INSERT INTO chain_head (chain, seq, hash) SELECT DISTINCT 'case:' || n, 0, $2 FROM unnest($1::text[]) AS n`,
      [numbers, FIRST_PREVIOUS],
    );
    const ready = some.map(explained);
    await owner.run(
      `INSERT INTO term (case_number, clause, holder, started_at, start_event, working_days, explanation,
                         calendar_version, provisional, ends_at, reminder_at)
       SELECT n, 'R1598/2.8', holder, started, 'acknowledged', days, explanation, $9, provisional, ends, reminder
         FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::integer[], $5::text[], $6::boolean[],
                     $7::timestamptz[], $8::timestamptz[])
           AS t (n, holder, started, days, explanation, provisional, ends, reminder)`,
      [
        numbers,
        some.map((_, at) => AGENCIES[at % 4]),
        some.map(({ startedAt }) => startedAt),
        some.map(({ workingDays }) => workingDays),
        ready.map(({ explanation }) => explanation),
        ready.map(({ provisional }) => provisional),
        ready.map(({ endsAt }) => endsAt),
        ready.map(({ reminder }) => reminder),
        calendar.version,
      ],
    );
  }
}
