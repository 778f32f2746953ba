/**
 * Whether a case `c` still needs its workflow: it is open, something of it is left to be undone, or an agency has not
 * been told to stop.
 */
export const EXPECTS_WORKFLOW = `(
  c.stage <> 'ended'
  OR EXISTS (SELECT 1 FROM unwinding u WHERE u.case_number = c.number AND u.done_at IS NULL)
  OR EXISTS (SELECT 1 FROM opinion_request r WHERE r.case_number = c.number AND r.stop_why IS NOT NULL
                AND r.stop_told_at IS NULL AND r.acknowledged_at IS NOT NULL))`;
