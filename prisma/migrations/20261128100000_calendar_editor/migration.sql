-- The calendar editor (ADR 39): a decision of the Cabinet is proposed by one person and confirmed by another, on a preview
-- of every term it would move; a decision is never deleted, a further one takes it back.
CREATE TABLE calendar_proposal (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('enter', 'take-back')),
  published date NOT NULL,
  source text NOT NULL,
  state text NOT NULL DEFAULT 'proposed' CHECK (state IN ('proposed', 'confirmed', 'rejected', 'withdrawn')),
  proposed_at timestamptz(3) NOT NULL,
  proposed_by text NOT NULL,
  decided_at timestamptz(3),
  decided_by text,
  reason text,
  CHECK ((state = 'proposed') = (decided_at IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
  CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
);

ALTER TABLE calendar_decision
  ADD COLUMN proposal uuid REFERENCES calendar_proposal (id),
  ADD COLUMN taken_back date,
  ADD COLUMN taken_back_at timestamptz(3),
  ADD COLUMN taken_back_by uuid REFERENCES calendar_proposal (id),
  ADD CONSTRAINT calendar_decision_taken_back CHECK ((taken_back IS NULL) = (taken_back_at IS NULL));
-- A day taken back may be decided anew: only what stands is one a day and kind.
CREATE UNIQUE INDEX calendar_decision_stands ON calendar_decision (day, kind) WHERE taken_back IS NULL;
ALTER TABLE calendar_decision DROP CONSTRAINT calendar_decision_day_kind_key;

-- A day entered, or (with `decision`) one that is to be taken back.
CREATE TABLE calendar_proposal_day (
  proposal uuid NOT NULL REFERENCES calendar_proposal (id),
  n integer NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  instead date,
  decision bigint REFERENCES calendar_decision (id),
  PRIMARY KEY (proposal, n)
);

-- One count over all open terms: a preview, which writes nothing but its lines, or the application itself. Whichever
-- process is free takes the next slice (SKIP LOCKED); instants of work are machine time, `asked_at` is legal.
CREATE TABLE calendar_run (
  id uuid PRIMARY KEY,
  proposal uuid NOT NULL REFERENCES calendar_proposal (id),
  kind text NOT NULL CHECK (kind IN ('preview', 'application')),
  mark text NOT NULL,
  day date NOT NULL,
  asked_at timestamptz(3) NOT NULL,
  actor text NOT NULL,
  begun_at timestamptz(3) NOT NULL,
  planned_at timestamptz(3),
  terms integer,
  finished_at timestamptz(3)
);
CREATE INDEX calendar_run_of_proposal ON calendar_run (proposal, kind, begun_at);
CREATE UNIQUE INDEX calendar_run_one_application ON calendar_run (kind) WHERE finished_at IS NULL AND kind = 'application';
CREATE INDEX calendar_run_open ON calendar_run (begun_at) WHERE finished_at IS NULL;

CREATE TABLE calendar_slice (
  run uuid NOT NULL REFERENCES calendar_run (id),
  n integer NOT NULL,
  cases text[] NOT NULL,
  done_at timestamptz(3),
  tries integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  PRIMARY KEY (run, n)
);
CREATE INDEX calendar_slice_open ON calendar_slice (run, n) WHERE done_at IS NULL;

-- What a run found of one term. No foreign keys: 100,000 rows at a time, written by the run alone.
CREATE TABLE calendar_line (
  run uuid NOT NULL,
  case_number text NOT NULL,
  clause text NOT NULL,
  holder text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('longer', 'shorter', 'kept', 'recounted')),
  old_end timestamptz(3) NOT NULL,
  new_end timestamptz(3) NOT NULL,
  computed timestamptz(3) NOT NULL,
  PRIMARY KEY (run, case_number, clause, holder)
);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT UPDATE (taken_back, taken_back_at, taken_back_by) ON calendar_decision TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON calendar_proposal, calendar_proposal_day TO %I', app);
  EXECUTE format('GRANT UPDATE (state, decided_at, decided_by, reason) ON calendar_proposal TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON calendar_run, calendar_slice, calendar_line TO %I', app);
  EXECUTE format('GRANT DELETE ON calendar_slice, calendar_line TO %I', app);
END $$;
