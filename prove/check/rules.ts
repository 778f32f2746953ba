/** A rule that holds of every row: the statement answers the cases that break it, and nothing when none does. */
export type Rule = { what: string; broken: string };

const NEGATIVE_IN_TIME = `o.kind = 'negative' AND o.received_at < o.term_ends_at`;

/** What opinions, ends and decisions must be to one another (R1598/2.8), by stored values alone. */
const OPINIONS: readonly Rule[] = [
  {
    what: 'an opinion is late exactly when its stored receipt is not before the stored end',
    broken: `SELECT o.case_number FROM opinion o WHERE (o.received_at < o.term_ends_at) = (o.effect = 'late')
                 OR (o.term_ends_at IS NULL AND o.effect <> 'after-decision')`,
  },
  {
    what: 'it was judged by the end of that very term',
    broken: `SELECT o.case_number FROM opinion o
               LEFT JOIN term t ON t.case_number = o.case_number AND t.clause = 'R1598/2.8' AND t.holder = o.agency
              WHERE t.ends_at IS DISTINCT FROM o.term_ends_at`,
  },
  {
    what: 'a timely negative opinion ended the case, unless it was decided before',
    broken: `SELECT o.case_number FROM opinion o JOIN "case" c ON c.number = o.case_number
              WHERE ${NEGATIVE_IN_TIME} AND NOT (
                (o.effect = 'ended-the-case' AND c.outcome = 'negative-opinion' AND c.decided_at = o.received_at)
                OR (o.effect = 'after-decision' AND c.decided_at <= o.received_at))`,
  },
  {
    what: 'an approved case had no timely negative opinion before its decision',
    broken: `SELECT o.case_number FROM opinion o JOIN "case" c ON c.number = o.case_number
              WHERE ${NEGATIVE_IN_TIME} AND c.outcome <> 'negative-opinion' AND o.received_at < c.decided_at`,
  },
  {
    what: 'a case ended by a negative opinion had exactly one that ended it',
    broken: `SELECT c.number FROM "case" c LEFT JOIN opinion o ON o.case_number = c.number AND o.effect = 'ended-the-case'
              GROUP BY c.number, c.outcome
             HAVING count(o.message_id) <> CASE WHEN c.outcome = 'negative-opinion' THEN 1 ELSE 0 END`,
  },
  {
    what: 'every opinion stands in the evidence once',
    broken: `SELECT o.case_number FROM opinion o LEFT JOIN seen s ON s.number = o.case_number
                AND s.what = 'opinion-received' AND s.facts ->> 'message' = o.message_id
                AND s.facts ->> 'agency' = o.agency
              GROUP BY o.case_number, o.agency, o.message_id HAVING count(s.number) <> 1`,
  },
];

const TERMS: readonly Rule[] = [
  {
    what: 'every term of opinions of a decided case is closed with one outcome, and of an open case only where it ended',
    broken: `SELECT t.case_number FROM term t JOIN "case" c ON c.number = t.case_number
               LEFT JOIN term_outcome x USING (case_number, clause, holder)
              WHERE t.clause = 'R1598/2.8'
              GROUP BY t.case_number, t.clause, t.holder, t.closed_at, t.ends_at, c.outcome
             HAVING count(x.outcome) <> CASE WHEN t.closed_at IS NULL THEN 0 ELSE 1 END
                 OR (c.outcome IS NOT NULL AND t.closed_at IS NULL)
                 OR (c.outcome IS NULL AND t.closed_at < t.ends_at)`,
  },
  {
    what: 'silence is never before the end',
    broken: `SELECT case_number FROM term_outcome x JOIN term t USING (case_number, clause, holder)
              WHERE x.outcome = 'silence' AND x.at < t.ends_at`,
  },
  {
    what: 'a case is approved with four terms, after their ends or with four answers of nothing against',
    broken: `SELECT c.number FROM "case" c JOIN term t ON t.case_number = c.number
               JOIN term_outcome x USING (case_number, clause, holder)
              WHERE t.clause = 'R1598/2.8' AND c.outcome NOT IN ('negative-opinion', 'withdrawn')
              GROUP BY c.number, c.decided_at
             HAVING count(*) <> 4 OR bool_or(x.outcome NOT IN ('silence', 'nothing-against'))
                 OR (c.decided_at < max(t.ends_at) AND bool_or(x.outcome = 'silence'))`,
  },
];

const ONCE: readonly Rule[] = [
  {
    what: 'a virtual FIN belongs to an approved case and came after its decision',
    broken: `SELECT v.case_number FROM virtual_fin v JOIN "case" c ON c.number = v.case_number
              WHERE c.outcome IS NULL OR c.outcome = 'negative-opinion' OR c.stage IN ('opinions', 'virtual-fin')
                 OR v.given_at < c.decided_at`,
  },
  {
    what: 'a case that went to its Centre has its virtual FIN',
    broken: `SELECT c.number FROM "case" c LEFT JOIN virtual_fin v ON v.case_number = c.number
              WHERE c.stage IN ('centre', 'invitation', 'identity', 'contract', 'register') AND v.case_number IS NULL`,
  },
  {
    what: 'a virtual FIN was given once by the evidence',
    broken: `SELECT c.number FROM "case" c LEFT JOIN virtual_fin v ON v.case_number = c.number
               LEFT JOIN seen s ON s.number = c.number AND s.what = 'virtual-fin-given'
              GROUP BY c.number HAVING count(DISTINCT s.seq) <> count(DISTINCT v.case_number)`,
  },
  {
    what: 'a case was registered once and decided at most once by the evidence',
    broken: `SELECT c.number FROM "case" c LEFT JOIN seen s ON s.number = c.number
              WHERE c.procedure = 'signature-issuance' GROUP BY c.number, c.outcome
             HAVING count(*) FILTER (WHERE s.what = 'registered') <> 1
                 OR count(*) FILTER (WHERE s.what IN ('approved', 'refused', 'withdrawn'))
                    <> CASE WHEN c.outcome IS NULL THEN 0 ELSE 1 END`,
  },
  {
    what: 'a notice that is due once is written once for a channel, and any is taken at most once',
    broken: `SELECT n.case_number FROM notice n WHERE n.case_number IS NOT NULL AND n.kind IN (
                'registered', 'negative-opinion', 'approved-by-silence', 'withdrawn', 'issuance-decided', 'centre-refusal',
                'invited', 'mismatch', 'issued', 'lapsed')
              GROUP BY n.case_number, n.kind, n.recipient, n.channel HAVING count(*) > 1
             UNION
             SELECT s.number FROM seen s WHERE s.what = 'notice-accepted'
              GROUP BY s.number, s.facts ->> 'notice' HAVING count(*) > 1`,
  },
  {
    what: 'the evidence of a case has no gap and ends at its head',
    broken: `SELECT c.number FROM "case" c JOIN evidence e ON e.chain = 'case:' || c.number
               JOIN chain_head h ON h.chain = e.chain
              GROUP BY c.number, h.seq HAVING count(*) <> h.seq OR max(e.seq) <> h.seq OR min(e.seq) <> 1`,
  },
];

/** All rules that the database alone must keep, whatever was killed meanwhile. */
export const RULES: readonly Rule[] = [...OPINIONS, ...TERMS, ...ONCE];

/** The evidence of cases as rows (number, seq, what, facts), for the rules to join. */
export const SEEN = `
  SELECT substr(chain, 6) AS number, seq, body::jsonb ->> 'what' AS what, body::jsonb -> 'facts' AS facts
    FROM evidence WHERE chain LIKE 'case:%'`;
