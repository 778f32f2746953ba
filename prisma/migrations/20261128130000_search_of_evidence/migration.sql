-- The auditor's search reads the evidence in the order of time, by what was done, or by who did it; without these it read
-- all of it for each search. Expressions are not described by the Prisma schema.
-- A text that JSON allows and jsonb does not (a NUL, half a surrogate pair, sent in by whoever tried something) must neither
-- keep a row out of the evidence nor stop this migration: it has no member then.
CREATE FUNCTION member_of(body text, VARIADIC path text[]) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
  RETURN body::jsonb #>> path;
EXCEPTION WHEN data_exception THEN
  RETURN NULL;
END $$;
CREATE INDEX "evidence_by_time" ON "evidence" ("at", "chain", "seq");
CREATE INDEX "evidence_by_deed" ON "evidence" (member_of(body, 'what'), "at", "chain", "seq");
CREATE INDEX "evidence_by_official" ON "evidence" (member_of(body, 'by', 'id'), "at", "chain", "seq");

-- What the Centre's queue and the operator's desk count, among all cases that ever were.
CREATE INDEX "case_waiting_for" ON "case" ("waits_for") WHERE closed_at IS NULL;
CREATE INDEX "case_not_ended" ON "case" ("stage") WHERE stage <> 'ended';

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
  reader text := regexp_replace(current_user, '_owner$', '_reader');
BEGIN
  REVOKE ALL ON FUNCTION member_of(text, text[]) FROM PUBLIC;
  EXECUTE format('GRANT EXECUTE ON FUNCTION member_of(text, text[]) TO %I, %I', app, reader);
END $$;
