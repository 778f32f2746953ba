-- Pages and sign-in: sessions (the table of connect-pg-simple), rate limits (the table of rate-limiter-flexible), the
-- officials who ever signed in, and who read what of which case. Everything expands.
CREATE TABLE session (
  sid text PRIMARY KEY,
  sess json NOT NULL,
  expire timestamp(6) NOT NULL
);
CREATE INDEX session_by_expiry ON session (expire);

CREATE TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);

-- Machine time: a suspended account ends at once, whatever its session or token says.
CREATE TABLE official (
  sub text PRIMARY KEY,
  role text NOT NULL,
  body text NOT NULL,
  post text NOT NULL,
  first_sign_in timestamptz(3) NOT NULL,
  last_sign_in timestamptz(3) NOT NULL,
  suspended_at timestamptz(3),
  suspended_by text,
  CHECK ((suspended_at IS NULL) = (suspended_by IS NULL))
);

-- Who read what of a case, as its applicant is shown it; the proof of it is the reader's own chain of evidence.
CREATE TABLE case_read (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text NOT NULL,
  at timestamptz(3) NOT NULL,
  capacity text NOT NULL,
  body text,
  post text,
  what text NOT NULL
);
CREATE INDEX case_read_of_case ON case_read (case_number, at);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON session, rate_limit TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON official TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON case_read TO %I', app);
END $$;
