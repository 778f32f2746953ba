-- The reviewers of the four agencies: who took a file, who stands in for whom, whose own application a case is.
ALTER TABLE opinion_request
  ADD COLUMN taken_by text,
  ADD COLUMN taken_at timestamptz(3),
  ADD CONSTRAINT opinion_request_taken CHECK ((taken_by IS NULL) = (taken_at IS NULL));
CREATE INDEX term_open_of_holder ON term (holder, ends_at, case_number) WHERE closed_at IS NULL AND clause = 'R1598/2.8';
CREATE INDEX opinion_by_effect ON opinion (agency, received_at) WHERE effect IN ('late', 'after-decision');
CREATE INDEX case_of_person ON "case" (person_index);
ALTER TABLE opinion ADD COLUMN given_by text;

-- The keyed hash of who an official is, where the sign-on says it: the same index as an applicant's (ADR 34).
ALTER TABLE official ADD COLUMN person_index text;
CREATE TABLE party_to_case (
  case_number text NOT NULL REFERENCES "case" (number),
  official text NOT NULL REFERENCES official (sub),
  declared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (case_number, official)
);
CREATE TABLE absence (
  official text NOT NULL REFERENCES official (sub),
  stand_in text NOT NULL REFERENCES official (sub),
  from_day date NOT NULL,
  until_day date NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  PRIMARY KEY (official, from_day, entered_at),
  CHECK (official <> stand_in),
  CHECK (until_day >= from_day)
);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON party_to_case TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON absence TO %I', app);
END $$;
