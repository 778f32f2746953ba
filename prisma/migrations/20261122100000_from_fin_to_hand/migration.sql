-- From the virtual FIN to the signed contract (R1598/2.8-route to 2.20). Everything expands: a column or a table more,
-- a check that allows more; what an earlier version wrote stays as it is.

-- Cases: further stages and ends; who has the ball and since when; a bundle of contract copies is a case of its own
-- procedure, which belongs to no person.
ALTER TABLE "case"
  DROP CONSTRAINT case_stage_check,
  DROP CONSTRAINT case_outcome_check,
  DROP CONSTRAINT case_check,
  DROP CONSTRAINT case_check1,
  ALTER COLUMN limit_working_days DROP NOT NULL,
  ALTER COLUMN limit_source DROP NOT NULL,
  ALTER COLUMN citizen DROP NOT NULL,
  ALTER COLUMN person_index DROP NOT NULL,
  ALTER COLUMN wants DROP NOT NULL,
  ALTER COLUMN tracking_index DROP NOT NULL,
  ALTER COLUMN sealed_form DROP NOT NULL,
  ADD COLUMN mission text,
  ADD COLUMN has_mobile boolean NOT NULL DEFAULT false,
  ADD COLUMN waits_for text,
  ADD COLUMN waits_since timestamptz(3),
  ADD CONSTRAINT case_stage_check CHECK (
    CASE procedure
      WHEN 'contract-copies' THEN stage IN ('collecting', 'ministry', 'delivery', 'ended')
      ELSE stage IN ('opinions', 'virtual-fin', 'centre', 'invitation', 'identity', 'contract', 'register', 'ended')
    END),
  ADD CONSTRAINT case_outcome_check CHECK (outcome IN (
    'approved', 'negative-opinion', 'withdrawn', 'issued', 'centre-refusal', 'mismatch', 'lapsed', 'delivered')),
  ADD CONSTRAINT case_decided CHECK (procedure = 'contract-copies' OR (stage = 'opinions') = (outcome IS NULL)),
  ADD CONSTRAINT case_decided_at CHECK (procedure = 'contract-copies' OR (outcome IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT case_of_a_person CHECK (procedure = 'contract-copies' OR (
    limit_working_days IS NOT NULL AND limit_source IS NOT NULL AND citizen IS NOT NULL AND person_index IS NOT NULL
    AND wants IS NOT NULL AND tracking_index IS NOT NULL AND sealed_form IS NOT NULL)),
  ADD CONSTRAINT case_waits CHECK ((waits_for IS NULL) = (waits_since IS NULL));
CREATE INDEX case_of_mission ON "case" (mission, stage) WHERE closed_at IS NULL;
CREATE SEQUENCE bundle_number;

-- Terms of other clauses, some of them in months; an overdue one is noted once.
ALTER TABLE term
  ADD COLUMN months integer,
  ADD COLUMN overdue_at timestamptz(3);
ALTER TABLE term_outcome DROP CONSTRAINT term_outcome_outcome_check,
  ADD CONSTRAINT term_outcome_outcome_check CHECK (outcome IN (
    'silence', 'nothing-against', 'negative-opinion', 'stopped', 'done', 'done-late'));

ALTER TABLE incident DROP CONSTRAINT incident_kind_check,
  ADD CONSTRAINT incident_kind_check CHECK (kind IN (
    'delivery-not-proven', 'unreadable-opinion', 'register-not-reached', 'register-has-no-fin', 'clocks-disagree',
    'centre-not-reached', 'centre-message-refused', 'custody-difference', 'notice-undelivered', 'fin-not-cancelled',
    'record-differs'));

-- The Centre (R1598/2.8-route, 2.9): each round of asking it, and what it found missing.
CREATE TABLE centre_request (
  case_number text NOT NULL REFERENCES "case" (number),
  round integer NOT NULL,
  centre text NOT NULL CHECK (centre IN ('e-imza', 'asan')),
  message_id uuid NOT NULL UNIQUE,
  opened_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  contract_sha256 text,
  contract_bytes integer,
  acknowledged_at timestamptz(3),
  answer text CHECK (answer IN ('deficiency', 'issue', 'refusal')),
  answered_at timestamptz(3),
  answer_sha256 text,
  stop_why text,
  stop_told_at timestamptz(3),
  PRIMARY KEY (case_number, round),
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE TABLE deficiency (
  case_number text NOT NULL REFERENCES "case" (number),
  round integer NOT NULL,
  n integer NOT NULL,
  item text NOT NULL,
  reason text NOT NULL,
  sealed_remark bytea,
  mended_at timestamptz(3),
  PRIMARY KEY (case_number, round, n),
  FOREIGN KEY (case_number, round) REFERENCES centre_request (case_number, round)
);

-- Papers made in the course of a case (contract, photograph taken in): bytes in the file store, sealed under a key here.
CREATE TABLE paper (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES "case" (number),
  kind text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  bytes integer NOT NULL,
  made_at timestamptz(3) NOT NULL,
  sealed_key bytea NOT NULL
);
CREATE INDEX paper_of_case ON paper (case_number);

-- One certificate a decision, and one decision a case.
CREATE TABLE certificate (
  centre text NOT NULL CHECK (centre IN ('e-imza', 'asan')),
  serial text NOT NULL,
  case_number text NOT NULL UNIQUE REFERENCES "case" (number),
  fingerprint text NOT NULL,
  issued_at timestamptz(3) NOT NULL,
  valid_until timestamptz(3) NOT NULL,
  received_at timestamptz(3) NOT NULL,
  sealed_certificate bytea NOT NULL,
  revocation_asked_at timestamptz(3),
  PRIMARY KEY (centre, serial),
  CHECK (valid_until > issued_at)
);
CREATE TABLE certificate_register (
  centre text NOT NULL,
  serial text NOT NULL,
  case_number text NOT NULL UNIQUE REFERENCES "case" (number),
  person_id uuid NOT NULL REFERENCES person (id),
  valid_from timestamptz(3) NOT NULL,
  valid_until timestamptz(3) NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  entered_by text NOT NULL,
  PRIMARY KEY (centre, serial),
  FOREIGN KEY (centre, serial) REFERENCES certificate (centre, serial)
);

-- Custody (R1598/2.10, 2.15-2.18): an item is in one pair of hands at a time.
CREATE TABLE custody_item (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES "case" (number),
  kind text NOT NULL CHECK (kind IN ('token', 'sim', 'certificate', 'certificate-contract', 'sim-contract')),
  serial text NOT NULL,
  copy integer NOT NULL DEFAULT 1 CHECK (copy IN (1, 2)),
  state text NOT NULL DEFAULT 'sound' CHECK (state IN ('sound', 'damaged', 'missing', 'replaced')),
  entered_at timestamptz(3) NOT NULL,
  entered_by text NOT NULL,
  UNIQUE (kind, serial, copy)
);
CREATE INDEX custody_item_of_case ON custody_item (case_number);
CREATE TABLE handover (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES "case" (number),
  clause text NOT NULL,
  giver text NOT NULL,
  taker text NOT NULL,
  state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered', 'taken', 'difference', 'recalled')),
  offered_at timestamptz(3) NOT NULL,
  offered_by text NOT NULL,
  answered_at timestamptz(3),
  answered_by text,
  paper_number text,
  CHECK (giver <> taker),
  CHECK ((state = 'offered') = (answered_at IS NULL))
);
CREATE INDEX handover_of_case ON handover (case_number);
CREATE INDEX handover_offered ON handover (taker) WHERE state = 'offered';
CREATE TABLE handover_item (
  handover_id uuid NOT NULL REFERENCES handover (id),
  item_id uuid NOT NULL REFERENCES custody_item (id),
  open boolean NOT NULL DEFAULT true,
  found text CHECK (found IN ('as-listed', 'missing', 'damaged', 'wrong-number')),
  found_serial text,
  PRIMARY KEY (handover_id, item_id)
);
CREATE UNIQUE INDEX handover_item_offered_once ON handover_item (item_id) WHERE open;
CREATE TABLE custody_holding (
  item_id uuid NOT NULL REFERENCES custody_item (id),
  n integer NOT NULL,
  holder text NOT NULL,
  since timestamptz(3) NOT NULL,
  until timestamptz(3),
  handover_id uuid REFERENCES handover (id),
  PRIMARY KEY (item_id, n),
  CHECK (until >= since)
);
CREATE UNIQUE INDEX custody_one_holder ON custody_holding (item_id) WHERE until IS NULL;
CREATE INDEX custody_by_holder ON custody_holding (holder) WHERE until IS NULL;

-- The mission (R1598/2.11-2.15): invitation, the post's own slots and closing days, appointments, identity.
CREATE TABLE invitation (
  case_number text PRIMARY KEY REFERENCES "case" (number),
  invited_at timestamptz(3) NOT NULL,
  invited_by text NOT NULL,
  from_day date NOT NULL
);
CREATE TABLE closing_day (
  mission text NOT NULL,
  day date NOT NULL,
  entered_at timestamptz(3) NOT NULL,
  entered_by text NOT NULL,
  PRIMARY KEY (mission, day)
);
CREATE TABLE slot (
  id uuid PRIMARY KEY,
  mission text NOT NULL,
  starts_at timestamptz(3) NOT NULL,
  minutes integer NOT NULL CHECK (minutes BETWEEN 5 AND 240),
  opened_at timestamptz(3) NOT NULL,
  opened_by text NOT NULL,
  closed_at timestamptz(3),
  UNIQUE (mission, starts_at)
);
CREATE TABLE appointment (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES "case" (number),
  slot_id uuid NOT NULL REFERENCES slot (id),
  state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'moved', 'cancelled', 'kept', 'no-show')),
  uid uuid NOT NULL,
  sequence integer NOT NULL,
  booked_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE UNIQUE INDEX appointment_one_for_slot ON appointment (slot_id) WHERE state IN ('booked', 'kept', 'no-show');
CREATE UNIQUE INDEX appointment_one_for_case ON appointment (case_number) WHERE state = 'booked';
CREATE TABLE identity_check (
  case_number text NOT NULL REFERENCES "case" (number),
  n integer NOT NULL,
  appointment_id uuid NOT NULL REFERENCES appointment (id),
  officer text NOT NULL,
  checked_at timestamptz(3) NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('match', 'mismatch')),
  items text NOT NULL,
  photograph uuid REFERENCES paper (id),
  originals_returned boolean NOT NULL,
  second_officer text,
  second_at timestamptz(3),
  state text NOT NULL CHECK (state IN ('awaits-second', 'final', 'not-confirmed')),
  PRIMARY KEY (case_number, n),
  CHECK ((second_officer IS NULL) = (second_at IS NULL)),
  CHECK (second_officer IS DISTINCT FROM officer)
);
CREATE UNIQUE INDEX identity_decided_once ON identity_check (case_number) WHERE state = 'final';
CREATE TABLE contract (
  case_number text NOT NULL REFERENCES "case" (number),
  kind text NOT NULL CHECK (kind IN ('certificate-contract', 'sim-contract')),
  serial text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  registered_by text NOT NULL,
  PRIMARY KEY (case_number, kind)
);

-- Copies (R1598/2.16-2.18): one open bundle a mission; a copy is in one bundle.
CREATE TABLE bundle (
  case_number text PRIMARY KEY REFERENCES "case" (number),
  mission text NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  sent_at timestamptz(3)
);
CREATE UNIQUE INDEX bundle_one_open ON bundle (mission) WHERE sent_at IS NULL;
CREATE TABLE bundle_item (
  bundle text NOT NULL REFERENCES bundle (case_number),
  item_id uuid NOT NULL UNIQUE REFERENCES custody_item (id),
  part text NOT NULL CHECK (part IN ('e-imza', 'asan')),
  destination text NOT NULL,
  added_at timestamptz(3) NOT NULL,
  PRIMARY KEY (bundle, item_id)
);

-- What an ended case still has to be undone, in this order.
CREATE TABLE unwinding (
  case_number text NOT NULL REFERENCES "case" (number),
  n integer NOT NULL,
  what text NOT NULL,
  clause text NOT NULL,
  about text NOT NULL DEFAULT '',
  holder text NOT NULL,
  opened_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  done_at timestamptz(3),
  PRIMARY KEY (case_number, n)
);
CREATE INDEX unwinding_open ON unwinding (next_attempt_at) WHERE done_at IS NULL;
CREATE TABLE fin_cancellation (
  case_number text PRIMARY KEY REFERENCES virtual_fin (case_number),
  person_id uuid NOT NULL REFERENCES person (id),
  clause text NOT NULL,
  at timestamptz(3) NOT NULL
);

-- Notices by e-mail and SMS: two rows of one event.
ALTER TABLE notice
  ADD COLUMN channel text NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'sms')),
  ADD COLUMN event_id uuid,
  ADD COLUMN provider_id text,
  ADD COLUMN sent_at timestamptz(3),
  ADD COLUMN body_sha256 text,
  DROP CONSTRAINT notice_state_check,
  ADD CONSTRAINT notice_state_check CHECK (state IN ('due', 'sent', 'accepted', 'delivered', 'bounced', 'failed'));
CREATE UNIQUE INDEX notice_once_for_channel ON notice (event_id, recipient, channel) WHERE event_id IS NOT NULL;
CREATE UNIQUE INDEX notice_by_provider ON notice (provider_id) WHERE provider_id IS NOT NULL;
ALTER TABLE notice_attempt DROP CONSTRAINT notice_attempt_result_check,
  ADD CONSTRAINT notice_attempt_result_check CHECK (result IN (
    'unknown', 'accepted', 'unreachable', 'timed-out', 'rejected', 'unreadable', 'found-sent'));

-- What the reconciler found, and what became of it.
CREATE TABLE difference (
  id uuid PRIMARY KEY,
  run uuid NOT NULL,
  kind text NOT NULL,
  about text NOT NULL,
  facts text NOT NULL DEFAULT '{}',
  found_at timestamptz(3) NOT NULL,
  mended_at timestamptz(3),
  how text
);
CREATE INDEX difference_by_run ON difference (run);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON certificate_register, fin_cancellation, invitation, closing_day, paper, contract, bundle_item TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON centre_request, deficiency, certificate, custody_item, handover, handover_item, custody_holding, slot, appointment, identity_check, bundle, unwinding, difference TO %I', app);
  EXECUTE format('GRANT DELETE ON closing_day TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE bundle_number TO %I', app);
END $$;
