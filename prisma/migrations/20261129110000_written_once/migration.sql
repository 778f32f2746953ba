-- Least rights by column: what a document says, when and why a term began, what an officer found are written once; the
-- program changes only what comes later (a signature, an end moved, a second officer's word).
DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('REVOKE UPDATE ON document, term, identity_check FROM %I', app);
  EXECUTE format('GRANT UPDATE (jws, signed_at) ON document TO %I', app);
  EXECUTE format('GRANT UPDATE (ends_at, explanation, calendar_version, provisional, reminder_at, reminded_at, overdue_at, closed_at) ON term TO %I', app);
  EXECUTE format('GRANT UPDATE (state, second_officer, second_at) ON identity_check TO %I', app);
END $$;
