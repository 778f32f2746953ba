-- Drafts of applications: sealed under their own keys, deleted with their files when their time is over. The return code
-- becomes the tracking code at registration.
CREATE TABLE draft (
  id uuid PRIMARY KEY,
  return_index text NOT NULL UNIQUE,
  sealed_key bytea NOT NULL,
  sealed_form bytea NOT NULL,
  started_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  delete_at timestamptz(3) NOT NULL
);
CREATE INDEX draft_by_deletion ON draft (delete_at);
ALTER TABLE upload ADD COLUMN draft_id uuid REFERENCES draft (id);
CREATE INDEX upload_of_draft ON upload (draft_id) WHERE draft_id IS NOT NULL;

INSERT INTO parameter (name, in_force_from, value, ground)
SELECT 'draft-kept-days', DATE '2017-09-12', '30', 'ADR 35' WHERE EXISTS (SELECT 1 FROM parameter);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO %I', app);
END $$;
