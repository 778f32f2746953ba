-- Maintenance announced to everybody, in three languages; the last one is taken back, never rewritten.
CREATE TABLE announcement (
  id uuid PRIMARY KEY,
  from_at timestamptz(3) NOT NULL,
  until_at timestamptz(3) NOT NULL,
  az text NOT NULL,
  en text NOT NULL,
  ru text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  made_by text NOT NULL,
  withdrawn_at timestamptz(3),
  CHECK (until_at > from_at)
);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON announcement TO %I', app);
  EXECUTE format('GRANT UPDATE (withdrawn_at) ON announcement TO %I', app);
END $$;
