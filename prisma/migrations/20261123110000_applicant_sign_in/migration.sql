-- One-time codes by which an applicant signs in (machine time); one live code a case, kept as a keyed hash.
CREATE TABLE one_time_code (
  case_number text PRIMARY KEY REFERENCES "case" (number),
  code_index text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0
);

-- Reads by the security services are shown to an applicant only where an act lets them be seen (ADR 37).
INSERT INTO parameter (name, in_force_from, value, ground)
SELECT 'services-reads-shown', DATE '2017-09-12', '"none"', 'ADR 37' WHERE EXISTS (SELECT 1 FROM parameter);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON one_time_code TO %I', app);
END $$;
