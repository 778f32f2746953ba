import { bakuDay } from '../../law/calendar/bakuTime.ts';
import type { Agency } from '../../law/signature-issuance/agencies.ts';
import { inTransaction, statements } from '../record/database.ts';
import { appendToOwnChain } from '../record/evidence.ts';
import type { Actor, CaseRecord } from '../record/record.ts';

/** The reviewers of an agency who ever signed in and are not suspended, by their subject. */
export async function colleagues(record: CaseRecord, agency: Agency): Promise<string[]> {
  const rows = await statements(record.database.ordinary).many<{ sub: string }>(
    `SELECT sub FROM official WHERE role = 'reviewer' AND body = $1 AND suspended_at IS NULL ORDER BY sub`,
    [agency],
  );
  return rows.map(({ sub }) => sub);
}

/** An absence and who stands in; days are ISO days in Baku, both included. */
export type Absence = { official: string; standIn: string; fromDay: string; untilDay: string; enteredAt: string };

/** The absences of an agency's reviewers that run or are to come. */
export async function readAbsences(record: CaseRecord, agency: Agency): Promise<Absence[]> {
  return statements(record.database.ordinary).many<Absence>(
    `SELECT a.official, a.stand_in AS "standIn", a.from_day AS "fromDay", a.until_day AS "untilDay",
            a.entered_at AS "enteredAt"
       FROM absence a JOIN official o ON o.sub = a.official AND o.body = $1
      WHERE a.ended_at IS NULL AND a.until_day >= (legal_now() AT TIME ZONE 'Asia/Baku')::date
      ORDER BY a.from_day, a.official`,
    [agency],
  );
}

/** Himself, and every colleague for whom he stands in today (Baku). */
export async function actsFor(record: CaseRecord, sub: string): Promise<string[]> {
  const rows = await statements(record.database.ordinary).many<{ official: string }>(
    `SELECT DISTINCT official FROM absence
      WHERE stand_in = $1 AND ended_at IS NULL
        AND (legal_now() AT TIME ZONE 'Asia/Baku')::date BETWEEN from_day AND until_day`,
    [sub],
  );
  return [sub, ...rows.map(({ official }) => official)];
}

/**
 * Enters an absence: the stand-in is a colleague of the same agency. `no-colleague` where he is not, or is the absent one
 * himself; `days` where the last day lies before the first; `past` where it lies before today (Baku).
 */
export async function enterAbsence(
  record: CaseRecord,
  actor: Actor & { id: string; body: string },
  { standIn, fromDay, untilDay }: { standIn: string; fromDay: string; untilDay: string },
): Promise<{ kind: 'entered' } | { kind: 'no-colleague' } | { kind: 'days' } | { kind: 'past' }> {
  if (untilDay < fromDay) return { kind: 'days' };
  const known = await colleagues(record, actor.body as Agency);
  if (standIn === actor.id || !known.includes(standIn)) return { kind: 'no-colleague' };
  return inTransaction(record.database.ordinary, async (tx) => {
    const { now } = await tx.one<{ now: string }>(`SELECT legal_now() AS now`);
    if (untilDay < bakuDay(now)) return { kind: 'past' };
    await tx.run(
      `UPDATE absence SET ended_at = $4 WHERE official = $1 AND ended_at IS NULL
          AND from_day <= $3::date AND until_day >= $2::date`,
      [actor.id, fromDay, untilDay, now],
    );
    await tx.run(
      `INSERT INTO absence (official, stand_in, from_day, until_day, entered_at) VALUES ($1, $2, $3, $4, $5)`,
      [actor.id, standIn, fromDay, untilDay, now],
    );
    await appendToOwnChain(tx, `agency:${actor.body}`, actor, [
      { what: 'absence-entered', facts: { standIn, fromDay, untilDay } },
    ]);
    return { kind: 'entered' };
  });
}

/** Ends the official's own absence that was entered at that instant; false where there is none. */
export async function endAbsence(
  record: CaseRecord,
  actor: Actor & { id: string; body: string },
  enteredAt: string,
): Promise<boolean> {
  return inTransaction(record.database.ordinary, async (tx) => {
    const ended = await tx.run(
      `UPDATE absence SET ended_at = legal_now() WHERE official = $1 AND entered_at = $2 AND ended_at IS NULL`,
      [actor.id, enteredAt],
    );
    if (ended > 0)
      await appendToOwnChain(tx, `agency:${actor.body}`, actor, [{ what: 'absence-ended', facts: { enteredAt } }]);
    return ended > 0;
  });
}
