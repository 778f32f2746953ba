-- The installation: its nature is decided once, by the owner, and never changes (production | rehearsal).
CREATE TABLE installation (
  id uuid PRIMARY KEY,
  only_one boolean NOT NULL DEFAULT true UNIQUE CHECK (only_one),
  nature text NOT NULL CHECK (nature IN ('production', 'rehearsal')),
  born_at timestamptz(3) NOT NULL
);

CREATE TABLE legal_clock (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  offset_ms bigint NOT NULL DEFAULT 0,
  frozen_at timestamptz(3)
);
INSERT INTO legal_clock DEFAULT VALUES;

-- Days and parameters: dated rows.
CREATE TABLE calendar_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ramazan', 'qurban', 'election', 'swap')),
  instead date,
  published date,
  recorded_at timestamptz(3) NOT NULL,
  UNIQUE (day, kind),
  CHECK ((kind = 'swap') = (instead IS NOT NULL))
);

CREATE TABLE parameter (
  name text NOT NULL,
  in_force_from date NOT NULL,
  value text NOT NULL,
  ground text NOT NULL,
  PRIMARY KEY (name, in_force_from)
);

-- A procedure starts only if its service is registered; a registered limit may be shorter than the law's, never longer.
CREATE TABLE service (
  number text PRIMARY KEY,
  procedure text NOT NULL UNIQUE,
  limit_working_days integer CHECK (limit_working_days > 0),
  registered_at timestamptz(3) NOT NULL
);

-- Cases. What is personal is sealed under the case's own key; indexes are keyed hashes.
CREATE SEQUENCE case_number;
CREATE TABLE "case" (
  number text PRIMARY KEY,
  procedure text NOT NULL,
  stage text NOT NULL CHECK (stage IN ('opinions', 'virtual-fin', 'centre', 'ended')),
  outcome text CHECK (outcome IN ('approved', 'negative-opinion', 'withdrawn')),
  registered_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  closed_at timestamptz(3),
  last_instant timestamptz(3) NOT NULL,
  limit_working_days integer NOT NULL,
  limit_source text NOT NULL,
  language text NOT NULL CHECK (language IN ('az', 'en', 'ru')),
  citizen boolean NOT NULL,
  person_index text NOT NULL,
  wants text NOT NULL,
  tracking_index text NOT NULL UNIQUE,
  sealed_key bytea NOT NULL,
  sealed_form bytea NOT NULL,
  CHECK ((stage = 'opinions') = (outcome IS NULL)),
  CHECK ((outcome IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX case_one_open_for_person ON "case" (person_index, wants) WHERE closed_at IS NULL;

CREATE TABLE upload (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  media_type text NOT NULL,
  sha256 text NOT NULL,
  stored_sha256 text NOT NULL,
  bytes integer NOT NULL,
  uploaded_at timestamptz(3) NOT NULL,
  sealed_key bytea NOT NULL,
  case_number text REFERENCES "case" (number)
);
CREATE INDEX upload_of_case ON upload (case_number);

-- The request to one agency, and how it is proven delivered.
CREATE TABLE opinion_request (
  case_number text NOT NULL REFERENCES "case" (number),
  agency text NOT NULL,
  message_id uuid NOT NULL UNIQUE,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  delivered_at timestamptz(3),
  delivered_how text CHECK (delivered_how IN ('acknowledged', 'inbox-and-mail', 'by-hand', 'by-its-opinion')),
  acknowledged_at timestamptz(3),
  stop_why text,
  stop_told_at timestamptz(3),
  PRIMARY KEY (case_number, agency),
  CHECK ((delivered_at IS NULL) = (delivered_how IS NULL))
);

CREATE TABLE term (
  case_number text NOT NULL REFERENCES "case" (number),
  clause text NOT NULL,
  holder text NOT NULL,
  started_at timestamptz(3) NOT NULL,
  start_event text NOT NULL,
  working_days integer NOT NULL,
  explanation text NOT NULL,
  calendar_version text NOT NULL,
  provisional boolean NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  reminder_at timestamptz(3) NOT NULL,
  reminded_at timestamptz(3),
  closed_at timestamptz(3),
  PRIMARY KEY (case_number, clause, holder)
);
CREATE INDEX term_open_by_end ON term (ends_at) WHERE closed_at IS NULL;

-- One outcome a term: written once, never changed.
CREATE TABLE term_outcome (
  case_number text NOT NULL,
  clause text NOT NULL,
  holder text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('silence', 'nothing-against', 'negative-opinion', 'stopped')),
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (case_number, clause, holder),
  FOREIGN KEY (case_number, clause, holder) REFERENCES term (case_number, clause, holder)
);

CREATE TABLE opinion (
  agency text NOT NULL,
  message_id text NOT NULL,
  case_number text NOT NULL REFERENCES "case" (number),
  kind text NOT NULL CHECK (kind IN ('nothing-against', 'negative', 'unreadable')),
  sealed_grounds bytea,
  received_at timestamptz(3) NOT NULL,
  term_ends_at timestamptz(3),
  effect text NOT NULL CHECK (effect IN ('ended-the-case', 'noted', 'late', 'after-decision', 'incident')),
  content_sha256 text NOT NULL,
  answer text NOT NULL,
  PRIMARY KEY (case_number, agency, message_id)
);

CREATE TABLE incident (
  id uuid PRIMARY KEY,
  case_number text REFERENCES "case" (number),
  kind text NOT NULL CHECK (kind IN ('delivery-not-proven', 'unreadable-opinion', 'register-not-reached', 'register-has-no-fin', 'clocks-disagree')),
  holder text NOT NULL DEFAULT '',
  opened_at timestamptz(3) NOT NULL,
  resolved_at timestamptz(3),
  resolution text
);
CREATE UNIQUE INDEX incident_one_open ON incident (case_number, kind, holder) WHERE resolved_at IS NULL;
CREATE INDEX incident_open ON incident (opened_at) WHERE resolved_at IS NULL;

-- Machine time: when a channel for answering was last seen up, and when it was not.
CREATE TABLE channel (
  name text PRIMARY KEY,
  last_beat timestamptz(3) NOT NULL,
  beat_offset_ms bigint NOT NULL
);
CREATE TABLE outage (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  channel text NOT NULL,
  began_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3) NOT NULL,
  legal_began_at timestamptz(3) NOT NULL,
  legal_ended_at timestamptz(3) NOT NULL,
  CHECK (ended_at >= began_at)
);
CREATE INDEX outage_by_legal_time ON outage (legal_ended_at);

-- The register of non-residents who have a virtual FIN: one FIN a person.
CREATE TABLE person (
  id uuid PRIMARY KEY,
  person_index text NOT NULL UNIQUE,
  fin_index text NOT NULL UNIQUE,
  sealed_key bytea NOT NULL,
  sealed_fin bytea NOT NULL,
  source text NOT NULL CHECK (source IN ('identity-card', 'drawn')),
  given_at timestamptz(3) NOT NULL
);
CREATE TABLE virtual_fin (
  case_number text PRIMARY KEY REFERENCES "case" (number),
  person_id uuid NOT NULL REFERENCES person (id),
  given_at timestamptz(3) NOT NULL
);

-- Documents that must convince a stranger: the exact bytes the deed stored, signed afterwards.
CREATE TABLE document (
  id uuid PRIMARY KEY,
  case_number text NOT NULL REFERENCES "case" (number),
  kind text NOT NULL,
  body text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  jws text,
  signed_at timestamptz(3),
  UNIQUE (case_number, kind)
);

CREATE TABLE notice (
  id uuid PRIMARY KEY,
  case_number text REFERENCES "case" (number),
  kind text NOT NULL,
  recipient text NOT NULL,
  address_index text,
  language text NOT NULL,
  sealed_facts bytea,
  state text NOT NULL DEFAULT 'due' CHECK (state IN ('due', 'accepted', 'bounced')),
  made_at timestamptz(3) NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
);
CREATE INDEX notice_due ON notice (next_attempt_at) WHERE state = 'due';
CREATE INDEX notice_of_case ON notice (case_number);
CREATE INDEX notice_by_address ON notice (address_index, made_at) WHERE address_index IS NOT NULL;
CREATE TABLE notice_attempt (
  notice_id uuid NOT NULL REFERENCES notice (id),
  n integer NOT NULL,
  at timestamptz(3) NOT NULL,
  result text NOT NULL DEFAULT 'unknown' CHECK (result IN ('unknown', 'accepted', 'unreachable', 'timed-out', 'rejected', 'unreadable')),
  PRIMARY KEY (notice_id, n)
);

CREATE TABLE idempotency (
  route text NOT NULL,
  caller_index text NOT NULL,
  key_index text NOT NULL,
  body_sha256 text NOT NULL,
  sealed_answer bytea NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (route, caller_index, key_index)
);

CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text NOT NULL REFERENCES "case" (number),
  at timestamptz(3) NOT NULL
);

-- Evidence: exact text, chained; see proof/.
CREATE TABLE evidence (
  chain text NOT NULL,
  seq integer NOT NULL,
  at timestamptz(3) NOT NULL,
  body text NOT NULL,
  previous text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (chain, seq)
);
CREATE TABLE chain_head (
  chain text PRIMARY KEY,
  seq integer NOT NULL,
  hash text NOT NULL,
  checkpointed_seq integer NOT NULL DEFAULT 0
);
CREATE INDEX chain_head_new ON chain_head (chain) WHERE seq > checkpointed_seq;
CREATE TABLE checkpoint (
  n integer PRIMARY KEY,
  at timestamptz(3) NOT NULL,
  jws text NOT NULL
);
