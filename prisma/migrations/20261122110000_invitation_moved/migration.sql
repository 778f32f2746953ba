-- The first day of an invitation may be set anew while nobody is booked (R1598/2.11): both stand in the evidence.
DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT UPDATE (from_day) ON invitation TO %I', app);
END $$;
