-- The earliest proof of delivery counts (ADR 1), also where its term cannot begin yet because the calendar does not reach
-- its end: it is kept, and the term begins from it.
ALTER TABLE opinion_request
  ADD COLUMN proven_at timestamptz(3),
  ADD COLUMN proven_how text CHECK (proven_how IN ('acknowledged', 'inbox-and-mail', 'by-hand', 'by-its-opinion')),
  ADD CONSTRAINT opinion_request_proven CHECK ((proven_at IS NULL) = (proven_how IS NULL));
