import type { MissionId } from '../law/signature-issuance/missions.ts';
import { missionZone } from '../law/signature-issuance/missions.ts';
import { timeInZone } from '../law/signature-issuance/slots.ts';
import type { Tx } from './record/database.ts';
import { explainTerm, type TermOfOffice } from './terms/explainTerm.ts';

/** A term of an office other than the agencies' of R1598/2.8, with its explanation; instants ISO. */
export type FurtherTermView = Omit<TermOfOffice, 'overdueAt'> & {
  closedAt: string | null;
  outcome: string | null;
  /** Past its end and still open. */
  overdue: boolean;
};

/** Where a case stands after the decision of R1598/2.9, and whose deed is awaited. */
export type Standing = {
  mission: string | null;
  /** Who has the ball and since when; null while nobody's deed is awaited. */
  waitsFor: { party: string; since: string } | null;
  furtherTerms: FurtherTermView[];
  invitation: { invitedAt: string; fromDay: string; zone: string } | null;
  /** Newest last; `startsAt` in the post's own time, with its offset. */
  appointments: { id: string; state: string; startsAt: string; minutes: number; bookedAt: string }[];
  certificate: { centre: string; issuedAt: string; validUntil: string } | null;
  /** Each thing and in whose hands it is. */
  custody: { kind: string; copy: number; state: string; holder: string; since: string }[];
};

type StandingRow = {
  mission: MissionId | null;
  waits_for: string | null;
  waits_since: string | null;
  invited_at: string | null;
  from_day: string | null;
  centre: string | null;
  issued_at: string | null;
  valid_until: string | null;
};

/** Reads where a case stands; one that does not exist stands nowhere. */
export async function readStanding(tx: Tx, caseNumber: string): Promise<Standing> {
  const [row, terms, appointments, custody] = await Promise.all([
    tx.maybe<StandingRow>(
      `SELECT c.mission, c.waits_for, c.waits_since, i.invited_at, i.from_day, z.centre, z.issued_at, z.valid_until
         FROM "case" c LEFT JOIN invitation i ON i.case_number = c.number
         LEFT JOIN certificate z ON z.case_number = c.number WHERE c.number = $1`,
      [caseNumber],
    ),
    tx.many<Omit<FurtherTermView, 'days' | 'recomputed'> & { explanation: string }>(
      `SELECT t.clause, t.holder, t.started_at AS "startedAt", t.start_event AS "startEvent",
              t.working_days AS "workingDays", t.months, t.explanation, t.ends_at AS "endsAt",
              t.calendar_version AS "calendarVersion", t.provisional, t.closed_at AS "closedAt", o.outcome,
              t.closed_at IS NULL AND t.ends_at <= legal_now() AS overdue
         FROM term t LEFT JOIN term_outcome o USING (case_number, clause, holder)
        WHERE t.case_number = $1 AND t.clause <> 'R1598/2.8' ORDER BY t.started_at, t.clause, t.holder`,
      [caseNumber],
    ),
    tx.many<Standing['appointments'][number] & { mission: string }>(
      `SELECT a.id, a.state, s.mission, s.starts_at AS "startsAt", s.minutes, a.booked_at AS "bookedAt"
         FROM appointment a JOIN slot s ON s.id = a.slot_id WHERE a.case_number = $1 ORDER BY a.booked_at, a.state = 'booked', a.sequence`,
      [caseNumber],
    ),
    tx.many<Standing['custody'][number]>(
      `SELECT i.kind, i.copy, i.state, h.holder, h.since
         FROM custody_item i JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
        WHERE i.case_number = $1 ORDER BY i.kind, i.copy, i.serial`,
      [caseNumber],
    ),
  ]);
  return {
    mission: row?.mission ?? null,
    waitsFor: waitsFor(row),
    furtherTerms: terms.map(explainTerm),
    invitation: invitation(row),
    appointments: appointments.map(({ mission, startsAt, ...rest }) => ({
      ...rest,
      startsAt: timeInZone(missionZone(mission), startsAt),
    })),
    certificate: certificate(row),
    custody,
  };
}

function waitsFor(row: StandingRow | null): Standing['waitsFor'] {
  if (row?.waits_for == null || row.waits_since === null) return null;
  return { party: row.waits_for, since: row.waits_since };
}

function invitation(row: StandingRow | null): Standing['invitation'] {
  if (row?.invited_at == null || row.from_day === null || row.mission === null) return null;
  return { invitedAt: row.invited_at, fromDay: row.from_day, zone: missionZone(row.mission) };
}

function certificate(row: StandingRow | null): Standing['certificate'] {
  if (row?.centre == null || row.issued_at === null || row.valid_until === null) return null;
  return { centre: row.centre, issuedAt: row.issued_at, validUntil: row.valid_until };
}
