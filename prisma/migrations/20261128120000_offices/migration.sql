-- Why an account was suspended, as a code; and the statistics of a month as they were published, never rewritten.
ALTER TABLE official ADD COLUMN suspended_why text;

CREATE TABLE published_statistics (
  until date NOT NULL,
  format integer NOT NULL,
  body text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (until, format)
);

DO $$
DECLARE
  app text := regexp_replace(current_user, '_owner$', '_app');
BEGIN
  EXECUTE format('GRANT SELECT, INSERT ON published_statistics TO %I', app);
END $$;
