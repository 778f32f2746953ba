import type { Rule } from '../../check/rules.ts';

const CUSTODY: readonly Rule[] = [
  {
    what: 'a thing is in one pair of hands at a time, from the first to the last without a gap',
    broken: `SELECT i.case_number FROM custody_item i LEFT JOIN (
               SELECT item_id, n, since, until, lag(n) OVER w AS before, lag(until) OVER w AS left_at,
                      lead(n) OVER w AS after
                 FROM custody_holding WINDOW w AS (PARTITION BY item_id ORDER BY n)) h ON h.item_id = i.id
              WHERE h.n IS NULL OR h.n <> coalesce(h.before, 0) + 1 OR (h.before IS NOT NULL AND h.since IS DISTINCT FROM h.left_at)
                 OR (h.until IS NULL) <> (h.after IS NULL)`,
  },
  {
    what: 'a thing changes hands by an act of giver and taker, who found it as listed',
    broken: `SELECT i.case_number FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
               JOIN custody_holding former ON former.item_id = h.item_id AND former.n = h.n - 1
               LEFT JOIN handover a ON a.id = h.handover_id
               LEFT JOIN handover_item x ON x.handover_id = a.id AND x.item_id = h.item_id
              WHERE a.id IS NULL OR x.item_id IS NULL OR x.found IS DISTINCT FROM 'as-listed'
                 OR a.giver <> former.holder OR a.taker <> h.holder OR a.answered_at IS DISTINCT FROM h.since
                 OR a.state NOT IN ('taken', 'difference') OR a.offered_by IS NULL OR a.answered_by IS NULL
                 OR a.offered_at > a.answered_at`,
  },
  {
    what: 'nobody is giver and taker of one act, and each act stands in the evidence once for each side',
    broken: `SELECT a.case_number FROM handover a LEFT JOIN evidence e ON e.chain = 'case:' || a.case_number
                AND e.body::jsonb -> 'facts' ->> 'handover' = a.id::text
                AND e.body::jsonb ->> 'what' IN ('handover-offered', 'handover-taken', 'handover-difference')
              WHERE a.state IN ('taken', 'difference')
              GROUP BY a.case_number, a.id, a.taker, a.offered_by, a.answered_by
             HAVING count(e.seq) <> CASE WHEN a.taker = 'applicant' THEN 1 ELSE 2 END
                 OR (a.offered_by = a.answered_by AND a.taker <> 'applicant')`,
  },
  {
    what: 'a number belongs to one thing that is asked for',
    broken: `SELECT max(case_number) FROM custody_item GROUP BY case_number, kind, copy
             HAVING count(*) FILTER (WHERE state <> 'replaced') > 1`,
  },
  {
    what: 'nobody is given anything before his identity was found to match, finally',
    broken: `SELECT i.case_number FROM custody_holding h JOIN custody_item i ON i.id = h.item_id
              WHERE h.holder = 'applicant' AND NOT EXISTS (SELECT 1 FROM identity_check k
                WHERE k.case_number = i.case_number AND k.state = 'final' AND k.verdict = 'match'
                  AND coalesce(k.second_at, k.checked_at) <= h.since)`,
  },
];

const ONCE: readonly Rule[] = [
  {
    what: 'a certificate belongs to a case of whom a Centre decided to issue, and only one',
    broken: `SELECT r.case_number FROM centre_request r LEFT JOIN certificate c ON c.case_number = r.case_number
              GROUP BY r.case_number
             HAVING count(DISTINCT c.serial) <> count(DISTINCT r.round) FILTER (WHERE r.answer = 'issue')`,
  },
  {
    what: 'the register holds what was handed over, and nothing else',
    broken: `SELECT r.case_number FROM certificate_register r JOIN "case" c ON c.number = r.case_number
               LEFT JOIN custody_item i ON i.case_number = r.case_number AND i.kind = 'certificate' AND i.serial = r.serial
               LEFT JOIN custody_holding h ON h.item_id = i.id AND h.until IS NULL
              WHERE c.outcome <> 'issued' OR h.holder IS DISTINCT FROM 'applicant'`,
  },
  {
    what: 'two people are never expected in one slot, and one never in two',
    broken: `SELECT max(a.case_number) FROM appointment a WHERE a.state IN ('booked', 'kept', 'no-show')
              GROUP BY a.slot_id HAVING count(*) > 1
             UNION ALL
             SELECT a.case_number FROM appointment a WHERE a.state = 'booked' GROUP BY a.case_number HAVING count(*) > 1`,
  },
  {
    what: 'silence is never before the third weekday after the delivery has passed',
    broken: `SELECT t.case_number FROM term t JOIN term_outcome x USING (case_number, clause, holder)
              WHERE t.clause = 'R1598/2.8' AND x.outcome = 'silence' AND 3 > (
                SELECT count(*) FROM generate_series(
                  (t.started_at AT TIME ZONE 'Asia/Baku')::date + 1,
                  (x.at AT TIME ZONE 'Asia/Baku')::date - 1, interval '1 day') AS d
                 WHERE extract(isodow FROM d) < 6)`,
  },
  {
    what: 'an open case waits for a named party, and an ended one for nobody',
    broken: `SELECT number FROM "case" WHERE procedure = 'signature-issuance' AND (stage = 'ended') <> (waits_for IS NULL)
                AND stage NOT IN ('opinions', 'virtual-fin')`,
  },
  {
    what: 'an invitation ended in time exactly when it came before the end of its term',
    broken: `SELECT t.case_number FROM term t JOIN term_outcome x USING (case_number, clause, holder)
              WHERE t.clause = 'R1598/2.11' AND x.outcome IN ('done', 'done-late')
                AND (x.outcome = 'done') <> (t.closed_at < t.ends_at)`,
  },
  {
    what: 'what concerns an applicant reached him by a channel, or stands on the operator’s list',
    broken: `SELECT n.case_number FROM notice n WHERE n.recipient = 'applicant' AND n.event_id IS NOT NULL
              GROUP BY n.case_number, n.event_id
             HAVING count(*) FILTER (WHERE n.state IN ('sent', 'accepted', 'delivered')) = 0
                AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.kind = 'notice-undelivered' AND i.holder = n.event_id::text)`,
  },
];

/** What must hold of the rows of every life, whatever it was. */
export const LIFE_RULES: readonly Rule[] = [...CUSTODY, ...ONCE];
