-- Instants: machine time and legal time (VOLATILE: now() is when the transaction began).
CREATE FUNCTION machine_now() RETURNS timestamptz LANGUAGE sql VOLATILE
AS $$ SELECT date_trunc('milliseconds', clock_timestamp()) $$;

CREATE FUNCTION legal_now() RETURNS timestamptz LANGUAGE sql VOLATILE
AS $$ SELECT COALESCE(frozen_at, date_trunc('milliseconds', clock_timestamp()) + offset_ms * interval '1 millisecond') FROM legal_clock $$;

-- The rehearsal clock: only in a rehearsal, and only forward.
CREATE FUNCTION set_legal_clock(new_offset_ms bigint, new_frozen_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF (SELECT nature FROM installation) IS DISTINCT FROM 'rehearsal' THEN
    RAISE EXCEPTION 'the legal clock of a production installation cannot be moved' USING ERRCODE = 'MH001';
  END IF;
  IF new_offset_ms < (SELECT offset_ms FROM legal_clock) THEN
    RAISE EXCEPTION 'the legal clock moves forward only' USING ERRCODE = 'MH002';
  END IF;
  UPDATE legal_clock SET offset_ms = new_offset_ms, frozen_at = date_trunc('milliseconds', new_frozen_at);
END $$;

CREATE FUNCTION never_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is written once and never changed', TG_TABLE_NAME USING ERRCODE = 'MH003';
END $$;
CREATE TRIGGER installation_never_changes BEFORE UPDATE OR DELETE ON installation
  FOR EACH ROW EXECUTE FUNCTION never_changes();

CREATE TRIGGER installation_is_never_emptied BEFORE TRUNCATE ON installation
  FOR EACH STATEMENT EXECUTE FUNCTION never_changes();

CREATE FUNCTION production_clock_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.offset_ms <> 0 OR NEW.frozen_at IS NOT NULL)
     AND EXISTS (SELECT 1 FROM installation WHERE nature = 'production') THEN
    RAISE EXCEPTION 'the legal clock of a production installation cannot be moved' USING ERRCODE = 'MH001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER legal_clock_of_production BEFORE UPDATE ON legal_clock
  FOR EACH ROW EXECUTE FUNCTION production_clock_stands();

-- A worker sleeping on an empty outbox is woken by the commit that fills it.
CREATE FUNCTION tell_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify(TG_TABLE_NAME, '');
  RETURN NULL;
END $$;
CREATE TRIGGER outbox_filled AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION tell_outbox();
CREATE TRIGGER notice_made AFTER INSERT ON notice FOR EACH STATEMENT EXECUTE FUNCTION tell_outbox();

-- Least rights. The roles are named after the owner's: <prefix>_owner, <prefix>_app, <prefix>_reader.
DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
  reader text := regexp_replace(current_user, '_owner$', '_reader');
BEGIN
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
  EXECUTE format('GRANT USAGE ON SCHEMA public TO %I, %I', app, reader);
  EXECUTE format('GRANT EXECUTE ON FUNCTION machine_now(), legal_now(), set_legal_clock(bigint, timestamptz) TO %I', app);
  EXECUTE format('GRANT EXECUTE ON FUNCTION machine_now(), legal_now() TO %I', reader);

  EXECUTE format('GRANT SELECT ON installation, legal_clock, parameter, service, _prisma_migrations TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT ON calendar_decision, term_outcome, opinion, outage, person, virtual_fin, evidence, checkpoint TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE ON "case", upload, opinion_request, term, incident, channel, document, notice, notice_attempt, chain_head TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, DELETE ON idempotency TO %I', app);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON outbox TO %I', app);
  EXECUTE format('GRANT DELETE ON upload TO %I', app);
  EXECUTE format('GRANT USAGE ON SEQUENCE case_number TO %I', app);

  EXECUTE format('GRANT SELECT ON installation, legal_clock, evidence, chain_head, checkpoint, document, _prisma_migrations TO %I', reader);
  EXECUTE format('GRANT SELECT (number, stage, outcome, registered_at, decided_at, closed_at) ON "case" TO %I', reader);
END $$;
